package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes made for floating point, from end to end. */
class RealCodesTest {

  private static final long SEED = 20261124;

  private final Randomness random = Randomness.insecure(SEED);

  @ParameterizedTest
  @ValueSource(
      strings = {"rotation", "circulant", "orthopoly", "orthomatdot", "lagrange-chebyshev"})
  void everyCodeAndShapeIsWithinItsBound(String code) {
    int cases = 0;
    for (int rows = 1; rows <= 13; rows += 3) {
      for (int inner = 1; inner <= 9; inner += 4) {
        for (int columns = 1; columns <= 9; columns += 4) {
          Matrix a = Naive.doubles(rows, inner, random);
          Matrix b = Naive.doubles(inner, columns, random);
          Settings settings =
              Settings.DEFAULT.withTolerance(Tolerance.stragglers(1)).withCode(code);
          try (Cluster cluster = new ScriptedCluster(7, Script.order(6, 2, 4, 1, 5, 0))) {
            Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
            double error = Naive.relativeError(result.value(), Naive.product(a, b), a, b);
            assertThat(error)
                .as("%dx%d times %dx%d, seed %d", rows, inner, inner, columns, SEED)
                .isLessThanOrEqualTo(result.report().errorBound() + 1e-16);
            assertThat(result.report().errorBound()).isLessThan(1e-10);
            assertThat(result.report().code().code()).isEqualTo(code);
          }
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(5 * 3 * 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rotation", "circulant", "orthopoly", "orthomatdot", "lagrange-chebyshev"})
  void liarsAreCaughtInEveryPieceOfTheirAnswers(String code) {
    Matrix a = Naive.doubles(20, 8, random);
    Matrix b = Naive.doubles(8, 8, random);
    Settings settings =
        Settings.DEFAULT.withTolerance(Tolerance.stragglers(1).adversaries(2)).withCode(code);
    for (String lie : new String[] {"flip", "noise", "swap"}) {
      Cluster scripted = new ScriptedCluster(9, Script.inTurn());
      String faults = "lie:worker1@%s,lie:worker4@%s".formatted(lie, lie);
      try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse(faults), random)) {
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        double error = Naive.relativeError(result.value(), Naive.product(a, b), a, b);
        assertThat(error)
            .as("%s, seed %d", lie, SEED)
            .isLessThanOrEqualTo(result.report().errorBound());
        assertThat(result.report().errorBound()).isLessThan(1e-9);
        assertThat(result.report().workersThat(Fate.REJECTED)).isSubsetOf(1, 4);
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(1, 4);
      }
    }
  }

  @Test
  void operandsAreHiddenByNoiseThatCancels() {
    Matrix a = Naive.doubles(6, 8, random);
    Matrix b = Naive.doubles(8, 5, random);
    double last = 0;
    for (double noise : new double[] {1, 10, 30}) {
      Settings settings =
          Settings.DEFAULT
              .withTolerance(new Tolerance(1, 1, 2))
              .withArithmetic(Settings.ArithmeticChoice.REAL)
              .withMaskingNoise(noise);
      Cluster scripted = new ScriptedCluster(13, Script.inTurn());
      FaultSpec lie = FaultSpec.parse("lie:worker3@flip");
      try (Cluster cluster = FaultyCluster.around(scripted, lie, random)) {
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        assertThat(result.report().code().code()).isEqualTo("analog-lcc");
        assertThat(result.report().code().colluders()).isEqualTo(2);
        double error = Naive.relativeError(result.value(), Naive.product(a, b), a, b);
        assertThat(error)
            .as("σ = %s, seed %d", noise, SEED)
            .isLessThanOrEqualTo(result.report().errorBound());
        assertThat(result.report().errorBound()).isGreaterThan(last);
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(3);
        last = result.report().errorBound();
      }
    }
  }

  @Test
  void noiseThatLeavesNoDigitsGivesNoResult() {
    Matrix a = Naive.doubles(6, 8, random);
    Matrix b = Naive.doubles(8, 5, random);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(new Tolerance(1, 1, 2))
            .withArithmetic(Settings.ArithmeticChoice.REAL)
            .withMaskingNoise(1e6);
    try (Cluster cluster = new ScriptedCluster(13, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).with(settings);
      assertThatThrownBy(() -> lagrid.multiply(a, b))
          .hasMessageContaining("no digits to rely on")
          .hasMessageContaining("--arithmetic exact");
    }
  }
}
