package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.Script.Turn;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.plan.NoPlanException;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coded products from end to end, in virtual time. */
class LagridTest {

  private final Randomness random = Randomness.insecure(20261122);

  @Test
  void everyPairOfStragglersIsTolerated() {
    LongMatrix a = Naive.longs(5, 6, 1000, random);
    LongMatrix b = Naive.longs(6, 4, 1000, random);
    LongMatrix expected = Naive.product(a, b);
    int pairs = 0;
    for (int first = 0; first < 6; first++) {
      for (int second = first + 1; second < 6; second++) {
        Script script = Script.inTurn().but(first, Turn.silent()).but(second, Turn.silent());
        try (ScriptedCluster cluster = new ScriptedCluster(6, script)) {
          Result<LongMatrix> result =
              Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).multiply(a, b);
          assertThat(result.value()).isEqualTo(expected);
          assertThat(result.report().workersThat(Fate.USED)).doesNotContain(first, second);
          assertThat(cluster.heldShares()).isZero();
        }
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"entangled", "polynomial", "matdot", "mds", "lcc", "repetition", "uncoded"})
  void everyCodeAndShapeGivesTheProduct(String code) {
    int cases = 0;
    for (int rows = 1; rows <= 4; rows++) {
      for (int inner = 1; inner <= 4; inner++) {
        for (int columns = 1; columns <= 4; columns++) {
          LongMatrix a = Naive.longs(rows, inner, 50, random);
          LongMatrix b = Naive.longs(inner, columns, 50, random);
          Tolerance tolerance = Tolerance.stragglers(code.equals("uncoded") ? 0 : 1);
          try (ScriptedCluster cluster = new ScriptedCluster(7, Script.inTurn())) {
            Settings settings = Settings.DEFAULT.withTolerance(tolerance).withCode(code);
            assertThat(Lagrid.on(cluster).with(settings).multiply(a, b).value())
                .isEqualTo(Naive.product(a, b));
          }
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(64);
  }

  @Test
  void theRoundEndsWithTheAnswerThatMakesItDecodable() {
    LongMatrix a = Naive.longs(6, 6, 10, random);
    try (ScriptedCluster cluster = new ScriptedCluster(8, Script.order(7, 5, 3, 1, 0, 2))) {
      Result<LongMatrix> result =
          Lagrid.on(cluster)
              .with(
                  Settings.DEFAULT
                      .withTolerance(Tolerance.stragglers(4))
                      .withPartition(new Partition(1, 2, 2)))
              .multiply(a, a);
      assertThat(result.report().workersThat(Fate.USED)).containsExactly(1, 3, 5, 7);
      assertThat(result.report().workersThat(Fate.LATE)).containsExactly(0, 2, 4, 6);
      assertThat(cluster.clock().nanos()).isEqualTo(Duration.ofMillis(4).toNanos());
    }
  }

  @Test
  void tooManyLostWorkersAreATypedFailureThatNamesTheCounts() {
    LongMatrix a = Naive.longs(4, 4, 10, random);
    Script script =
        Script.inTurn()
            .but(0, Turn.lost(Duration.ofMillis(1), "unplugged"))
            .but(3, Turn.lost(Duration.ofMillis(2), "unplugged"));
    try (ScriptedCluster cluster = new ScriptedCluster(5, script)) {
      Lagrid lagrid =
          Lagrid.on(cluster)
              .with(
                  Settings.DEFAULT
                      .withTolerance(Tolerance.stragglers(1))
                      .withPartition(new Partition(1, 2, 2)));
      assertThatThrownBy(() -> lagrid.multiply(a, a))
          .isInstanceOfSatisfying(
              ComputationFailedException.class,
              e -> {
                assertThat(e.failure()).isInstanceOf(Failure.TooFewAnswers.class);
                assertThat(e.failure().needed()).isEqualTo(4);
                assertThat(e.report().workersThat(Fate.LOST)).containsExactly(0, 3);
              })
          .hasMessageContaining("4 needed");
      assertThat(cluster.heldShares()).isZero();
    }
  }

  @Test
  void theTimeoutIsATypedFailure() {
    LongMatrix a = Naive.longs(4, 4, 10, random);
    try (ScriptedCluster cluster = new ScriptedCluster(5, Script.order(0, 1))) {
      Lagrid lagrid =
          Lagrid.on(cluster)
              .with(
                  Settings.DEFAULT
                      .withTolerance(Tolerance.stragglers(1))
                      .withTimeout(Duration.ofSeconds(3)));
      assertThatThrownBy(() -> lagrid.multiply(a, a))
          .isInstanceOfSatisfying(
              ComputationFailedException.class,
              e -> assertThat(e.failure()).isInstanceOf(Failure.TimedOut.class))
          .hasMessageContaining("2 answered");
      assertThat(cluster.clock().nanos()).isEqualTo(3_000_000_000L);
    }
  }

  @Test
  void aPreparedOperandIsPlacedOnce() {
    LongMatrix a = Naive.longs(9, 9, 100, random);
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn())) {
      Lagrid lagrid =
          Lagrid.on(cluster).tolerating(Tolerance.stragglers(1).adversaries(1).colluders(1));
      try (PreparedProduct<LongMatrix> product = lagrid.prepare(a, 1)) {
        for (int round = 0; round < 20; round++) {
          LongMatrix x = Naive.longs(9, 1, 100, random);
          assertThat(product.multiply(x).value()).isEqualTo(Naive.product(a, x));
          assertThat(cluster.heldShares()).isEqualTo(6);
        }
      }
      assertThat(cluster.heldShares()).isZero();
      assertThat(cluster.placements()).hasSize(6 * 21);
      assertThat(cluster.openRounds()).isZero();
    }
  }

  @Test
  void aBatchIsCodedTogether() {
    List<LongMatrix> a = List.of(Naive.longs(3, 4, 9, random), Naive.longs(3, 4, 9, random));
    List<LongMatrix> b = List.of(Naive.longs(4, 2, 9, random), Naive.longs(4, 2, 9, random));
    try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
      var results =
          Lagrid.on(cluster)
              .tolerating(Tolerance.stragglers(1).adversaries(1).colluders(1))
              .attemptAll(a, b)
              .orThrow();
      assertThat(results.value())
          .isEqualTo(List.of(Naive.product(a.get(0), b.get(0)), Naive.product(a.get(1), b.get(1))));
      assertThat(results.report().code().code()).isEqualTo("lcc");
    }
  }

  @Test
  void integersBeyondDoublePrecisionStayExact() {
    LongMatrix a = LongMatrix.ofRows(new long[] {(1L << 61) + 1, 3}, new long[] {-(1L << 61), 7});
    LongMatrix b = LongMatrix.ofRows(new long[] {3, -1}, new long[] {-5, 1});
    try (ScriptedCluster cluster = new ScriptedCluster(4, Script.inTurn())) {
      assertThat(Lagrid.on(cluster).tolerating(Tolerance.stragglers(1)).multiply(a, b).value())
          .isEqualTo(Naive.product(a, b));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void doublesStayWithinTheStatedBound(int colluders) {
    Matrix a = Naive.doubles(17, 23, random);
    Matrix b = Naive.doubles(23, 11, random);
    for (ArithmeticChoice choice : List.of(ArithmeticChoice.AUTO, ArithmeticChoice.EXACT)) {
      try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
        Settings settings =
            Settings.DEFAULT
                .withTolerance(Tolerance.stragglers(1).adversaries(1).colluders(colluders))
                .withArithmetic(choice);
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        double error = Naive.relativeError(result.value(), Naive.product(a, b), a, b);
        assertThat(error).isLessThan(result.report().errorBound() + 1e-16);
        if (result.report().arithmetic().exact()) {
          assertThat(result.report().errorBound()).isLessThan(1e-13);
        }
      }
    }
  }

  @Test
  void mistakesAreRefusedBeforeAnythingIsSent() {
    LongMatrix a = LongMatrix.zeros(2, 3);
    try (ScriptedCluster cluster = new ScriptedCluster(4, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster);
      assertThatThrownBy(() -> lagrid.multiply(a, a))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cannot multiply 2x3 by 2x3: A has 3 columns, B has 2 rows");
      assertThatThrownBy(
              () ->
                  lagrid
                      .tolerating(Tolerance.stragglers(2).adversaries(2))
                      .multiply(a, LongMatrix.zeros(3, 2)))
          .isInstanceOf(NoPlanException.class)
          .hasMessageContaining("the smallest number of workers that would do is 5");
      assertThatThrownBy(
              () -> lagrid.multiply(Matrix.of(1, 1, new double[] {Double.NaN}), Matrix.zeros(1, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("NaN");
      assertThat(cluster.placements()).isEmpty();
    }
  }
}
