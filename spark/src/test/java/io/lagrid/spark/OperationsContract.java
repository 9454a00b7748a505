package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.PieceCluster;
import io.lagrid.engine.contract.Contraction;
import io.lagrid.engine.contract.Tensor;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.linear.AmsSketch;
import io.lagrid.engine.linear.BatchMoments;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.polynomial.BlockAlgebra;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.MatrixPower;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.engine.round.RoundListener;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every operation gives on Spark's executors what it gives on threads of this process. */
@Timeout(60)
abstract class OperationsContract {

  static final int WORKERS = 5;

  private static final long SEED = 20_261_122;

  private final Randomness random = Randomness.insecure(SEED);

  /** A cluster of five workers. */
  abstract SparkCluster open();

  /** The application that {@link #open()} opens clusters in. */
  abstract SparkContext context();

  /** What to tolerate; nothing that needs more than three of five answers for squares. */
  abstract Tolerance tolerance();

  @Test
  void batchesOfProducts() {
    List<LongMatrix> a = List.of(longs(4, 6), longs(4, 6));
    List<LongMatrix> b = List.of(longs(6, 3), longs(6, 3));
    List<Operand> products =
        onSpark(tolerance(), lagrid -> lagrid.attemptAll(a, b).orThrow().value());
    assertThat(products)
        .containsExactly(Naive.product(a.get(0), b.get(0)), Naive.product(a.get(1), b.get(1)));
  }

  @Test
  void polynomialMapsOfIntegers() {
    LongMatrix x = longs(6, 6);
    List<PolynomialMap> maps =
        List.of(Elementwise.parse("x^2 - 3*x + 1"), new Gram(), new MatrixPower(2), new Trace());
    for (PolynomialMap map : maps) {
      same(tolerance(), lagrid -> Evaluator.on(lagrid).evaluate(map, x));
    }
  }

  @Test
  void polynomialMapsOfDoubles() {
    Matrix x = doubles(6, 6);
    List<PolynomialMap> maps = List.of(Elementwise.parse("0.5*x^2 - x"), new Gram());
    for (PolynomialMap map : maps) {
      close(tolerance(), 1e-9, lagrid -> Evaluator.on(lagrid).evaluate(map, x).value().toArray());
    }
  }

  @Test
  void convolutions() {
    LongMatrix a = longs(20, 3);
    LongMatrix b = longs(9, 2);
    same(tolerance(), lagrid -> Convolutions.on(lagrid).linear(a, b));
    Axis axis = Axis.padded(8, 3, 1, 1, 1);
    Convolution layer = new Convolution(new Layer(2, 2, 3, axis, axis), Way.BY_INPUT);
    Matrix images = doubles(layer.left().rows(), layer.left().entries() / layer.left().rows());
    Matrix filters = doubles(layer.right().rows(), layer.right().entries() / layer.right().rows());
    close(
        tolerance(),
        1e-9,
        lagrid -> Convolutions.on(lagrid).apply(layer, images, filters).value().toArray());
  }

  @Test
  void contractions() {
    Tensor a = new Tensor(List.of(4, 3, 2), longs(12, 2));
    Tensor b = new Tensor(List.of(4, 2, 5), longs(8, 5));
    for (String notation : List.of("bij,bjk->bik", "bij,bij->bij")) {
      Tensor right = notation.endsWith("k") ? b : new Tensor(List.of(4, 3, 2), longs(12, 2));
      same(tolerance(), lagrid -> Contraction.of(notation).on(lagrid, a, right));
    }
  }

  @Test
  void namedFunctionsAndOnesOfTheUsers() {
    List<Matrix> blocks = List.of(doubles(3, 3), doubles(3, 3));
    BlockFunction twice = block -> Matrix.of(3, 3, doubled(block.toArray()));
    Map<String, BlockFunction> functions = FunctionCatalog.all();
    functions.put("twice", twice);
    functions.forEach(
        (name, function) ->
            close(
                Tolerance.NONE,
                1e-6,
                lagrid ->
                    lagrid
                        .map(function, blocks, MapSettings.DEFAULT.withSmoothing(1e-3))
                        .value()
                        .blocks()
                        .get(1)
                        .toArray()));
  }

  private static double[] doubled(double[] entries) {
    double[] result = entries.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= 2;
    }
    return result;
  }

  @Test
  void momentsAndSketches() {
    Matrix batch = doubles(40, 3);
    close(tolerance(), 1e-9, lagrid -> BatchMoments.of(lagrid, batch).mean().toArray());
    close(tolerance(), 1e-9, lagrid -> BatchMoments.of(lagrid, batch).variance().toArray());
    AmsSketch sketch = AmsSketch.draw(20, 3, 4, random);
    LongMatrix x = longs(20, 2);
    same(tolerance(), lagrid -> sketch.of(lagrid, x));
  }

  @Test
  void workInPieces() {
    LongMatrix a = longs(48, 10);
    LongMatrix b = longs(10, 3);
    Loads loads = Loads.of(1, 2, 3, 3, 3);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(loads.inPieces(Tolerance.stragglers(1)))
            .withCode("mds")
            .withPartition(new Partition(1, 9, 1));
    try (Cluster cluster = PieceCluster.around(open(), loads)) {
      for (int round = 0; round < 2; round++) {
        assertThat(Lagrid.on(cluster).with(settings).multiply(a, b).value())
            .isEqualTo(Naive.product(a, b));
      }
    }
  }

  @Test
  void reportsSayWhereWorkersSatAndWhatSparkMeasuredThere() {
    TaskWatch watch = new TaskWatch();
    try (SparkCluster cluster = open()) {
      context().addSparkListener(watch); // hears of things after the cluster does
      RoundListener patient = (worker, answers, needed) -> watch.awaitEnds(answers, "round ");
      Lagrid lagrid =
          Lagrid.on(cluster)
              .tolerating(Tolerance.NONE)
              .in(Environment.standard().withListener(patient));
      RunReport report = lagrid.multiply(longs(10, 4), longs(4, 3)).report();
      Map<String, Double> tasks = new TreeMap<>();
      for (WorkerTimeline worker : report.workers()) {
        assertThat(worker.place()).isEqualTo(cluster.executors().get(worker.worker()).toString());
        assertThat(worker.measured())
            .extracting(Measure::name)
            .containsExactly(
                "tasks ended", "unpacking", "task time", "garbage collection", "sent back");
        assertThat(worker.measured().get(4).value()).as("bytes").isPositive();
        tasks.put(worker.place(), worker.measured().get(0).value());
      }
      assertThat(tasks.values().stream().mapToDouble(ended -> ended).sum())
          .isGreaterThanOrEqualTo(WORKERS);
    } finally {
      context().removeSparkListener(watch);
    }
  }

  /** The sum of squares on the diagonal: a user's own map. */
  private record Trace() implements PolynomialMap {

    private static final long serialVersionUID = 1;

    @Override
    public int degree() {
      return 2;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return new BlockShape(1, 1);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return operands.get(0).rows() * largest[0] * largest[0];
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Matrix x = operands.get(0);
      double sum = 0;
      for (int i = 0; i < x.rows(); i++) {
        sum = algebra.field().add(sum, algebra.field().multiply(x.get(i, i), x.get(i, i)));
      }
      return Matrix.of(1, 1, new double[] {sum});
    }
  }

  private <T> void same(Tolerance tolerance, Function<Lagrid, Result<T>> operation) {
    Object found = onSpark(tolerance, operation).value();
    assertThat(found).as("seed %d", SEED).isEqualTo(onThreads(tolerance, operation).value());
  }

  private void close(Tolerance tolerance, double within, Function<Lagrid, double[]> operation) {
    assertThat(onSpark(tolerance, operation))
        .as("seed %d", SEED)
        .containsExactly(onThreads(tolerance, operation), within(within));
  }

  private <T> T onSpark(Tolerance tolerance, Function<Lagrid, T> operation) {
    try (SparkCluster cluster = open()) {
      T result = operation.apply(Lagrid.on(cluster).tolerating(tolerance));
      assertThat(cluster.heldShares()).isZero();
      Rounds.assertNothingMoved(cluster);
      return result;
    }
  }

  private static <T> T onThreads(Tolerance tolerance, Function<Lagrid, T> operation) {
    try (Cluster cluster = LocalCluster.of(WORKERS)) {
      return operation.apply(Lagrid.on(cluster).tolerating(tolerance));
    }
  }

  private LongMatrix longs(int rows, int columns) {
    return Naive.longs(rows, columns, 100, random);
  }

  private Matrix doubles(int rows, int columns) {
    return Naive.doubles(rows, columns, random);
  }
}
