package io.lagrid.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.convolution.NaiveConvolution;
import io.lagrid.algebra.exact.OverflowException;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConvolutionsTest {

  private static final long SEED = 20_260_414;

  private final Randomness random = Randomness.insecure(SEED);

  private LongMatrix integers(int rows, int columns) {
    LongMatrix matrix = LongMatrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextInt(2001) - 1000L;
    }
    return matrix;
  }

  private Matrix doubles(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextDouble() - 0.5;
    }
    return matrix;
  }

  /** By the definition, in doubles; exact for small integers. */
  private static Matrix naive(Convolution convolution, Operand left, Operand right) {
    return NaiveConvolution.apply(
        convolution, Arithmetic.real().plane(0), asDoubles(left), asDoubles(right));
  }

  private static Matrix asDoubles(Operand operand) {
    if (operand instanceof Matrix matrix) {
      return matrix;
    }
    LongMatrix longs = (LongMatrix) operand;
    double[] entries = new double[longs.rows() * longs.columns()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = longs.toArray()[i];
    }
    return Matrix.of(longs.rows(), longs.columns(), entries);
  }

  private static Convolution linear(Operand a, Operand b) {
    return new Convolution(Layer.linear(a, b), Way.BY_INPUT);
  }

  private static Lagrid lagrid(Cluster cluster, Tolerance tolerance) {
    return Lagrid.on(cluster).tolerating(tolerance);
  }

  @Test
  void twoAndThreeChunksNeedFourAnswers() {
    LongMatrix a = integers(20, 3);
    LongMatrix b = integers(30, 2);
    try (Cluster cluster = LocalCluster.of(6)) {
      Lagrid lagrid =
          lagrid(cluster, Tolerance.stragglers(2))
              .with(
                  Settings.DEFAULT
                      .withTolerance(Tolerance.stragglers(2))
                      .withPartition(new Partition(1, 2, 3)));
      Result<LongMatrix> result = Convolutions.on(lagrid).linear(a, b);
      assertThat(asDoubles(result.value())).isEqualTo(naive(linear(a, b), a, b));
      assertThat(result.report().code().recoveryThreshold()).isEqualTo(4);
      assertThat(result.report().operation().name()).isEqualTo("convolve");
      assertThat(result.report().price().storage()).isEqualTo((30 + 20) / 120.0);
      assertThat(result.report().workersThat(Fate.USED)).hasSize(4);
    }
  }

  @Test
  void sequencesAndImagesOfEveryLengthAreConvolvedExactly() {
    try (Cluster cluster = LocalCluster.of(7)) {
      Convolutions convolutions = Convolutions.on(lagrid(cluster, new Tolerance(1, 1, 1)));
      for (int[] sizes : new int[][] {{1, 1, 1, 1}, {17, 1, 5, 1}, {3, 1, 19, 1}, {6, 5, 4, 3}}) {
        LongMatrix a = integers(sizes[0], sizes[1]);
        LongMatrix b = integers(sizes[2], sizes[3]);
        assertThat(asDoubles(convolutions.linear(a, b).value()))
            .as("seed %d", SEED)
            .isEqualTo(naive(linear(a, b), a, b));
      }
    }
  }

  private static Stream<Convolution> layers() {
    Axis height = Axis.padded(11, 3, 1, 1, 1);
    Axis strided = Axis.padded(14, 3, 2, 2, 2);
    Axis width = Axis.padded(6, 2, 2, 1, 1);
    return Stream.of(new Layer(2, 3, 4, height, width), new Layer(1, 2, 2, strided, width))
        .flatMap(layer -> Stream.of(Way.values()).map(way -> new Convolution(layer, way)));
  }

  @Test
  void layersGoForwardAndBackwardInEveryArithmetic() {
    try (Cluster cluster = LocalCluster.of(8)) {
      layers().forEach(layer -> checkLayer(cluster, layer));
    }
  }

  private void checkLayer(Cluster cluster, Convolution layer) {
    Extent left = layer.left();
    Extent right = layer.right();
    Matrix a = doubles(left.rows(), left.width());
    Matrix b = doubles(right.rows(), right.width());
    Matrix expected = naive(layer, a, b);
    for (Tolerance tolerance : List.of(Tolerance.stragglers(2), new Tolerance(0, 1, 1))) {
      Result<Matrix> result = Convolutions.on(lagrid(cluster, tolerance)).apply(layer, a, b);
      double scale = norm(a) * norm(b);
      assertThat(NaiveConvolution.distance(result.value(), expected))
          .as("%s, seed %d", layer, SEED)
          .isLessThan((result.report().errorBound() + 1e-14) * scale);
      assertThat(result.report().errorBound()).isLessThan(1e-9);
      assertThat(result.report().arithmetic().exact()).isEqualTo(tolerance.colluders() > 0);
    }
    LongMatrix x = integers(left.rows(), left.width());
    LongMatrix y = integers(right.rows(), right.width());
    Convolutions exact = Convolutions.on(lagrid(cluster, Tolerance.stragglers(1)));
    assertThat(asDoubles(exact.apply(layer, x, y).value())).isEqualTo(naive(layer, x, y));
  }

  private static double norm(Matrix matrix) {
    double sum = 0;
    for (double entry : matrix.toArray()) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  @Test
  void liarsAreCaughtOnArrivalOrLocatedByTheDecoder() {
    for (Verification verification : List.of(Verification.FREIVALDS, Verification.NONE)) {
      for (String lies : List.of("lie:2", "lie:1,crash:1")) {
        try (Cluster cluster =
            FaultyCluster.around(LocalCluster.of(9), FaultSpec.parse(lies), random)) {
          layers().forEach(layer -> checkLiars(cluster, layer, verification));
        }
      }
    }
  }

  private void checkLiars(Cluster cluster, Convolution layer, Verification verification) {
    LongMatrix x = integers(layer.left().rows(), layer.left().width());
    LongMatrix y = integers(layer.right().rows(), layer.right().width());
    Settings settings =
        Settings.DEFAULT.withTolerance(new Tolerance(1, 2, 0)).withVerification(verification);
    Result<LongMatrix> result =
        Convolutions.on(Lagrid.on(cluster).with(settings)).apply(layer, x, y);
    assertThat(asDoubles(result.value())).as("seed %d", SEED).isEqualTo(naive(layer, x, y));
  }

  @Test
  void moreLiarsThanToleratedAreAFailureAndNeverAWrongResult() {
    try (Cluster cluster =
        FaultyCluster.around(LocalCluster.of(5), FaultSpec.parse("lie:3"), random)) {
      Convolution layer = layers().findFirst().orElseThrow();
      LongMatrix x = integers(layer.left().rows(), layer.left().width());
      LongMatrix y = integers(layer.right().rows(), layer.right().width());
      Convolutions convolutions = Convolutions.on(lagrid(cluster, new Tolerance(0, 1, 0)));
      assertThat(convolutions.attempt(layer, x, y)).isInstanceOf(Outcome.Failed.class);
      assertThatThrownBy(() -> convolutions.apply(layer, x, y))
          .isInstanceOf(ComputationFailedException.class);
    }
  }

  @Test
  void theMemoryCapIsKept() {
    try (Cluster cluster = LocalCluster.of(4)) {
      Lagrid lagrid = Lagrid.on(cluster).with(Settings.DEFAULT.withMemoryPerWorker(8));
      refused(lagrid, integers(4, 1), "the cap is 8");
    }
  }

  @Test
  void everyOtherCodeSaysThatItDoesNoConvolutions() {
    try (Cluster cluster = LocalCluster.of(6)) {
      PlanTable table =
          Convolutions.on(lagrid(cluster, Tolerance.stragglers(2)))
              .plans(integers(40, 1), integers(40, 1));
      assertThat(table.plans()).extracting(Plan::name).containsOnly("convolution");
      assertThat(table.plans()).allMatch(plan -> plan.answers() < 5);
      assertThat(table.refused())
          .extracting(PlanTable.Refused::reason)
          .contains("it codes products, not convolve");
    }
  }

  @Test
  void whatCannotBeDoneIsRefusedBeforeAnythingIsSent() {
    try (Cluster cluster = LocalCluster.of(4)) {
      LongMatrix a = integers(4, 1);
      Matrix bad = Matrix.ofRows(new double[] {1, Double.NaN});
      Lagrid lagrid = Lagrid.on(cluster);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Convolutions.on(lagrid).linear(bad, bad))
          .withMessageContaining("entry (row 0, column 1) of A is NaN");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Convolutions.on(lagrid).attemptLinear(a, bad))
          .withMessageContaining("cannot convolve a LongMatrix with a Matrix");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Convolutions.on(lagrid).linear(LongMatrix.zeros(0, 1), a))
          .withMessageContaining("there are no entries");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Convolutions.on(lagrid.tolerating(new Tolerance(1, 1, 1))).linear(a, a))
          .withMessageContaining("needs N ≥ 5 workers; there are 4");
      refused(lagrid.with(Settings.DEFAULT.withCode("lcc")), a, "code lcc cannot do it");
      refused(lagrid.with(Settings.DEFAULT.withCode("x")), a, "unknown code 'x'");
      refused(
          lagrid.with(Settings.DEFAULT.withPartition(new Partition(1, 5, 1))),
          a,
          "legal are p = 1, m ≤ 4 chunks of A");
      refused(
          lagrid.with(Settings.DEFAULT.withArithmetic(ArithmeticChoice.REAL)),
          a,
          "for real arithmetic, hand in doubles");
      LongMatrix huge = LongMatrix.ofRows(new long[] {Long.MAX_VALUE}, new long[] {1});
      assertThatThrownBy(() -> Convolutions.on(lagrid).linear(huge, huge))
          .isInstanceOf(OverflowException.class);
    }
  }

  private static void refused(Lagrid lagrid, LongMatrix a, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Convolutions.on(lagrid).linear(a, a))
        .withMessageContaining(reason);
  }

  @Test
  void workersThatAreOnePartyTolerateNoCollusion() {
    LongMatrix a = integers(30, 1);
    Cluster shared =
        new ForwardingCluster(LocalCluster.of(8)) {
          @Override
          public Optional<String> dependence() {
            return Optional.of("workers 0 and 1 share a machine");
          }
        };
    try (shared) {
      for (Tolerance tolerance : List.of(new Tolerance(1, 0, 1), new Tolerance(1, 1, 0))) {
        Lagrid lagrid = Lagrid.on(shared).tolerating(tolerance);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Convolutions.on(lagrid).linear(a, a))
            .withMessageContaining("workers 0 and 1 share a machine");
      }
    }
  }

  @Test
  void realAnswersCannotBeChecked() {
    Matrix a = doubles(30, 1);
    try (Cluster cluster = LocalCluster.of(8)) {
      Settings settings =
          Settings.DEFAULT
              .withArithmetic(ArithmeticChoice.REAL)
              .withVerification(Verification.FREIVALDS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Convolutions.on(Lagrid.on(cluster).with(settings)).linear(a, a))
          .withMessageContaining("over finite fields only");
    }
  }
}
