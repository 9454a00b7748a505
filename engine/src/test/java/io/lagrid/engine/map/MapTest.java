package io.lagrid.engine.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.Script.Turn;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions of blocks from end to end, in virtual time. */
final class MapTest {

  private static final long SEED = 20_261_103;

  private final Randomness random = Randomness.insecure(SEED);

  /** Blocks along a smooth path through the space of matrices, in mixed order. */
  private List<Matrix> blocks(int count, int rows, int columns) {
    Matrix from = normal(rows, columns);
    Matrix to = normal(rows, columns);
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double t = (double) (k * 3 % count) / count;
      Matrix block = Matrix.zeros(rows, columns);
      Arrays.setAll(
          block.data(), i -> Math.cos(2 * t) * from.data()[i] + Math.sin(2 * t) * to.data()[i]);
      blocks.add(block);
    }
    return blocks;
  }

  private Matrix normal(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    Arrays.setAll(matrix.data(), i -> random.nextGaussian());
    return matrix;
  }

  private static double relativeError(
      List<Matrix> found, BlockFunction function, List<Matrix> blocks) {
    double errors = 0;
    double squares = 0;
    for (int k = 0; k < blocks.size(); k++) {
      double[] exact = function.apply(blocks.get(k)).toArray();
      double[] estimated = found.get(k).toArray();
      assertThat(estimated).hasSameSizeAs(exact);
      for (int i = 0; i < exact.length; i++) {
        errors += (estimated[i] - exact[i]) * (estimated[i] - exact[i]);
        squares += exact[i] * exact[i];
      }
    }
    return Math.sqrt(errors / squares);
  }

  @ParameterizedTest
  @CsvSource({
    "relu, 0.02",
    "sigmoid, 2e-4",
    "tanh, 1e-3",
    "gelu, 5e-3",
    "softmax, 1e-3",
    "layer-norm, 1e-3",
    "eigenvalues, 0.02"
  })
  void everyNamedFunctionIsEstimated(String name, double most) {
    BlockFunction function = FunctionCatalog.named(name);
    List<Matrix> blocks = blocks(5, 4, 4);
    Map<CurveScheme, Double> errors = new EnumMap<>(CurveScheme.class);
    for (CurveScheme scheme : CurveScheme.values()) {
      try (ScriptedCluster cluster = new ScriptedCluster(60, Script.inTurn())) {
        Result<Mapped> result =
            Lagrid.on(cluster)
                .tolerating(Tolerance.stragglers(5))
                .map(function, blocks, MapSettings.DEFAULT.withScheme(scheme));
        double error = relativeError(result.value().blocks(), function, blocks);
        errors.put(scheme, error);
        assertThat(result.report().workersThat(Fate.USED)).hasSize(55);
        assertThat(result.report().code().code()).isEqualTo(scheme.code());
        assertThat(result.value().leakage()).isEmpty();
        double told = result.value().accuracy().relativeError();
        assertThat(told).as("seed %d", SEED).isGreaterThan(error / 6);
        assertThat(cluster.heldShares()).isZero();
      }
    }
    assertThat(errors.get(CurveScheme.SPLINE))
        .as("seed %d", SEED)
        .isLessThan(most)
        .isLessThan(errors.get(CurveScheme.BERRUT));
  }

  @Test
  void anyJavaFunctionWillDo() {
    BlockFunction function =
        block -> {
          Matrix sums = Matrix.zeros(1, 1);
          for (double entry : block.toArray()) {
            sums.data()[0] += Math.exp(entry / 4);
          }
          return sums;
        };
    BlockFunction shaped = shaped(function, 1, 1);
    List<Matrix> blocks = blocks(3, 2, 3);
    try (ScriptedCluster cluster = new ScriptedCluster(30, Script.inTurn())) {
      Result<Mapped> result = Lagrid.on(cluster).map(shaped, blocks, MapSettings.DEFAULT);
      assertThat(relativeError(result.value().blocks(), shaped, blocks)).isLessThan(1e-4);
    }
  }

  private static BlockFunction shaped(BlockFunction function, int rows, int columns) {
    return new BlockFunction() {
      private static final long serialVersionUID = 1;

      @Override
      public Matrix apply(Matrix block) {
        return function.apply(block);
      }

      @Override
      public int resultRows(int given, int width) {
        return rows;
      }

      @Override
      public int resultColumns(int given, int width) {
        return columns;
      }
    };
  }

  @Test
  void estimatesAreShownAsAnswersComeAndTheUserMayStop() {
    BlockFunction function = FunctionCatalog.named("sigmoid");
    List<Matrix> blocks = blocks(4, 3, 3);
    List<Double> told = new ArrayList<>();
    MapSettings watched =
        MapSettings.DEFAULT.until(
            estimate -> {
              told.add(estimate.relativeError());
              return estimate.answers() == 33;
            });
    try (ScriptedCluster cluster = new ScriptedCluster(50, Script.inTurn())) {
      Result<Mapped> result = Lagrid.on(cluster).map(function, blocks, watched);
      assertThat(result.value().accuracy().answers()).isEqualTo(33);
      assertThat(told).hasSize(32); // from the quorum of 2 on
      assertThat(told.get(31)).isLessThan(told.get(10));
      assertThat(result.report().workersThat(Fate.LATE)).hasSize(17);
    }
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void aRoundStopsAtItsTargetError(CurveScheme scheme) {
    BlockFunction function = FunctionCatalog.named("tanh");
    List<Matrix> blocks = blocks(4, 3, 3);
    MapSettings settings = MapSettings.DEFAULT.withScheme(scheme).withTargetError(0.05);
    try (ScriptedCluster cluster = new ScriptedCluster(80, Script.inTurn())) {
      Result<Mapped> result = Lagrid.on(cluster).map(function, blocks, settings);
      assertThat(result.value().accuracy().answers()).isLessThan(70);
      assertThat(result.value().accuracy().relativeError()).isLessThanOrEqualTo(0.05);
      assertThat(relativeError(result.value().blocks(), function, blocks)).isLessThan(0.1);
    }
  }

  @Test
  void whatCameBeforeTheTimeoutIsUsed() {
    BlockFunction function = FunctionCatalog.named("sigmoid");
    List<Matrix> blocks = blocks(3, 2, 2);
    int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    try (ScriptedCluster cluster = new ScriptedCluster(30, Script.order(order))) {
      Settings settings =
          Settings.DEFAULT
              .withTolerance(Tolerance.stragglers(5))
              .withTimeout(Duration.ofSeconds(2));
      Result<Mapped> result =
          Lagrid.on(cluster).with(settings).map(function, blocks, MapSettings.DEFAULT);
      assertThat(result.value().accuracy().answers()).isEqualTo(order.length);
      assertThat(relativeError(result.value().blocks(), function, blocks)).isLessThan(0.05);
      assertThat(cluster.clock().nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }
    try (ScriptedCluster cluster = new ScriptedCluster(30, Script.order(4))) {
      Lagrid lagrid = Lagrid.on(cluster).with(Settings.DEFAULT.withTimeout(Duration.ofSeconds(2)));
      assertThatThrownBy(() -> lagrid.map(function, blocks, MapSettings.DEFAULT))
          .isInstanceOfSatisfying(
              ComputationFailedException.class,
              e -> assertThat(e.failure()).isInstanceOf(Failure.TimedOut.class));
    }
  }

  @Test
  void lostWorkersBeyondTheStragglersCostAccuracyOnly() {
    Script script = Script.inTurn();
    for (int worker = 1; worker < 30; worker += 3) {
      script = script.but(worker, Turn.lost(Duration.ofMillis(1), "unplugged"));
    }
    BlockFunction function = FunctionCatalog.named("sigmoid");
    List<Matrix> blocks = blocks(3, 2, 2);
    try (ScriptedCluster cluster = new ScriptedCluster(30, script)) {
      Result<Mapped> result =
          Lagrid.on(cluster)
              .tolerating(Tolerance.stragglers(2))
              .map(function, blocks, MapSettings.DEFAULT);
      assertThat(result.value().accuracy().answers()).isEqualTo(20);
      assertThat(relativeError(result.value().blocks(), function, blocks)).isLessThan(0.02);
    }
  }

  @ParameterizedTest
  @CsvSource({"noise", "swap", "nan", "shape"})
  void liarsAreLocated(String way) {
    BlockFunction function = FunctionCatalog.named("sigmoid");
    List<Matrix> blocks = blocks(4, 6, 6);
    String faults = "lie:worker9@%s,lie:worker27@%s".formatted(way, way);
    Cluster scripted = new ScriptedCluster(50, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse(faults), random)) {
      Result<Mapped> result =
          Lagrid.on(cluster)
              .tolerating(Tolerance.stragglers(3).adversaries(2))
              .map(function, blocks, MapSettings.DEFAULT);
      assertThat(result.report().workersThat(Fate.REJECTED))
          .as("seed %d", SEED)
          .containsExactly(9, 27);
      assertThat(relativeError(result.value().blocks(), function, blocks)).isLessThan(0.01);
    }
  }

  @Test
  void stragglersLiarsAndColludersTogether() {
    BlockFunction function = FunctionCatalog.named("sigmoid");
    List<Matrix> blocks = blocks(3, 5, 5);
    double lastBits = Double.POSITIVE_INFINITY;
    double firstError = 0;
    double lastError = 0;
    for (double noise : new double[] {0.01, 0.3, 10}) {
      Cluster scripted = new ScriptedCluster(90, Script.inTurn());
      FaultSpec lie = FaultSpec.parse("lie:worker40@noise");
      try (Cluster cluster = FaultyCluster.around(scripted, lie, random)) {
        Result<Mapped> result =
            Lagrid.on(cluster)
                .tolerating(new Tolerance(4, 1, 2))
                .map(function, blocks, MapSettings.DEFAULT.withMaskingNoise(noise));
        double bits = result.value().leakage().orElseThrow().bits();
        double error = relativeError(result.value().blocks(), function, blocks);
        assertThat(bits).isPositive().isLessThan(lastBits);
        assertThat(error).as("σ = %s, seed %d", noise, SEED).isLessThan(0.1);
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(40);
        lastBits = bits;
        firstError = noise == 0.01 ? error : firstError;
        lastError = error;
      }
    }
    assertThat(lastError).as("seed %d", SEED).isGreaterThan(10 * firstError);
  }

  @Test
  void mistakesAreRefusedBeforeAnythingIsSent() {
    BlockFunction function = FunctionCatalog.named("relu");
    try (ScriptedCluster cluster = new ScriptedCluster(10, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lagrid.map(function, List.of(), MapSettings.DEFAULT));
      List<Matrix> uneven = List.of(Matrix.zeros(2, 2), Matrix.zeros(2, 3));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lagrid.map(function, uneven, MapSettings.DEFAULT))
          .withMessageContaining("block 1 is 2x3");
      List<Matrix> strange = List.of(Matrix.of(1, 1, new double[] {Double.NaN}));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lagrid.map(function, strange, MapSettings.DEFAULT));
      List<Matrix> blocks = blocks(3, 2, 2);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  lagrid
                      .tolerating(Tolerance.stragglers(2).adversaries(2))
                      .map(function, blocks, MapSettings.DEFAULT))
          .withMessageContaining("needs 10 answers; 8 are waited for");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  lagrid
                      .tolerating(Tolerance.stragglers(9))
                      .map(function, blocks, MapSettings.DEFAULT.withScheme(CurveScheme.SPLINE)))
          .withMessageContaining("an estimate needs 2 answers");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MapSettings.DEFAULT.withMaskingNoise(0));
      assertThat(cluster.placements()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void whatTheFunctionDoesIsToldBeforeAnythingIsSent() {
    List<Matrix> blocks = blocks(3, 4, 3);
    Matrix strange = Matrix.zeros(4, 3);
    strange.set(1, 2, Double.NaN);
    Map<BlockFunction, String> careless = new LinkedHashMap<>();
    careless.put(
        block -> {
          throw new UnsupportedOperationException("boom");
        },
        "of block 0 the function throws java.lang.UnsupportedOperationException: boom");
    careless.put(block -> null, "of block 0 the function gives null");
    careless.put(block -> strange, "the function gives NaN at row 1, column 2 of its value");
    careless.put(
        block -> Matrix.zeros(1, 1), "gives 1x1 for a block of 4x3 where 4x3 is announced");
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(2));
      careless.forEach(
          (function, problem) ->
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> lagrid.map(function, blocks, MapSettings.DEFAULT))
                  .withMessageContaining(problem));
      assertThat(cluster.placements()).isEmpty();
    }
  }

  @Test
  void aFunctionMayBeCarelessWithTheBlockItIsTriedOn() {
    Matrix block = Matrix.of(1, 1, new double[] {0.5});
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      BlockFunction doubled =
          own -> {
            own.set(0, 0, 2 * own.get(0, 0));
            return own;
          };
      Lagrid.on(cluster).map(doubled, List.of(block), MapSettings.DEFAULT);
      assertThat(block.get(0, 0)).isEqualTo(0.5);
    }
  }

  @Test
  void whatAFunctionDoesOnSharesAloneIsToldAndNobodyIsAccused() {
    double known = 0.5; // in the middle of the curve, where one share at most is the same
    List<Matrix> blocks =
        DoubleStream.of(known, 0.1, 0.9).mapToObj(x -> Matrix.of(1, 1, new double[] {x})).toList();
    Matrix strange = Matrix.of(1, 1, new double[] {Double.NEGATIVE_INFINITY});
    BlockFunction throwing =
        block -> {
          if (block.get(0, 0) != known) {
            throw new UnsupportedOperationException("boom");
          }
          return block;
        };
    BlockFunction infinite = block -> block.get(0, 0) == known ? block : strange;
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(new Tolerance(2, 1, 0));
      Map.of(
              throwing, "worker 0: MapTask failed: java.lang.UnsupportedOperationException: boom",
              infinite, "the function gives -Infinity at row 0, column 0 of its value")
          .forEach(
              (function, problem) ->
                  assertThatThrownBy(() -> lagrid.map(function, blocks, MapSettings.DEFAULT))
                      .isInstanceOfSatisfying(
                          ComputationFailedException.class,
                          e -> {
                            assertThat(e).hasMessageContaining(problem);
                            assertThat(e.failure().suspects()).isEmpty();
                          }));
    }
  }

  @Test
  void settingsSayWhatTheyWereGiven() {
    MapSettings settings =
        MapSettings.DEFAULT.withAnswerNoise(0.5).withSmoothing(0.25).inGivenOrder();
    assertThat(settings.answerNoise()).isEqualTo(0.5);
    assertThat(settings.smoothing()).hasValue(0.25);
    assertThat(settings.ordered()).isFalse();
  }
}
