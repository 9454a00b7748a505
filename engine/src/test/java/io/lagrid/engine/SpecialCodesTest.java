package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes for batches, for few rows, and for private outer products, from end to end. */
class SpecialCodesTest {

  private final Randomness random = Randomness.insecure(20261123);

  private static Settings settings(String code, Tolerance tolerance) {
    return Settings.DEFAULT.withTolerance(tolerance).withCode(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lcc", "csa", "gcsa"})
  void everyBatchCodeGivesTheProducts(String code) {
    for (int batch = 2; batch <= 5; batch++) {
      List<LongMatrix> a = new ArrayList<>();
      List<LongMatrix> b = new ArrayList<>();
      List<Operand> expected = new ArrayList<>();
      for (int l = 0; l < batch; l++) {
        a.add(Naive.longs(4, 3, 50, random));
        b.add(Naive.longs(3, 2, 50, random));
        expected.add(Naive.product(a.get(l), b.get(l)));
      }
      for (int colluders = 0; colluders <= 1; colluders++) {
        Settings settings = settings(code, new Tolerance(1, 1, colluders));
        try (ScriptedCluster cluster = new ScriptedCluster(13, Script.inTurn())) {
          Outcome<List<Operand>> outcome = Lagrid.on(cluster).with(settings).attemptAll(a, b);
          assertThat(outcome.orThrow().value()).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLiarAmongSumsIsCaughtByVerificationAndLocatedWithout(boolean verified) {
    List<LongMatrix> a = List.of(Naive.longs(3, 4, 9, random), Naive.longs(3, 4, 9, random));
    List<LongMatrix> b = List.of(Naive.longs(4, 2, 9, random), Naive.longs(4, 2, 9, random));
    Settings settings =
        settings("csa", Tolerance.NONE.adversaries(1))
            .withVerification(verified ? Verification.FREIVALDS : Verification.NONE);
    Cluster scripted = new ScriptedCluster(verified ? 3 : 4, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker1"), random)) {
      Result<List<Operand>> result = Lagrid.on(cluster).with(settings).attemptAll(a, b).orThrow();
      assertThat(result.report().code().recoveryThreshold()).isEqualTo(2); // two groups of one
      assertThat(result.report().workersThat(Fate.REJECTED)).containsExactly(1);
      assertThat(result.value())
          .isEqualTo(List.of(Naive.product(a.get(0), b.get(0)), Naive.product(a.get(1), b.get(1))));
    }
  }

  @Test
  void sumsOfRealProductsStayWithinTheStatedBound() {
    List<Matrix> a = List.of(Naive.doubles(6, 5, random), Naive.doubles(6, 5, random));
    List<Matrix> b = List.of(Naive.doubles(5, 4, random), Naive.doubles(5, 4, random));
    Settings settings = settings("csa", Tolerance.stragglers(1).adversaries(1));
    try (ScriptedCluster cluster = new ScriptedCluster(4, Script.inTurn())) {
      Result<List<Operand>> result = Lagrid.on(cluster).with(settings).attemptAll(a, b).orThrow();
      assertThat(result.report().code().recoveryThreshold()).isEqualTo(2);
      double norms = norm(a) * norm(b);
      for (int l = 0; l < 2; l++) {
        Matrix product = Naive.product(a.get(l), b.get(l));
        double error = distance((Matrix) result.value().get(l), product);
        assertThat(error).isLessThanOrEqualTo(result.report().errorBound() * norms);
      }
    }
  }

  private static double norm(List<Matrix> batch) {
    double sum = 0;
    for (Matrix matrix : batch) {
      for (double entry : matrix.toArray()) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  private static double distance(Matrix first, Matrix second) {
    double largest = 0;
    for (int i = 0; i < first.toArray().length; i++) {
      largest = Math.max(largest, Math.abs(first.toArray()[i] - second.toArray()[i]));
    }
    return largest;
  }

  @Test
  void shortDotSendsEveryWorkerOnlyAPartOfB() {
    LongMatrix a = Naive.longs(2, 30, 50, random);
    LongMatrix x = Naive.longs(30, 1, 50, random);
    Settings settings = settings("short-dot", Tolerance.stragglers(2).adversaries(1));
    try (ScriptedCluster cluster = new ScriptedCluster(10, Script.inTurn())) {
      Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(a, x);
      assertThat(result.value()).isEqualTo(Naive.product(a, x));
      assertThat(result.report().code().recoveryThreshold()).isEqualTo(7);
      // Five of ten column blocks, of three columns each, of one of two row blocks; 15 of 30 rows.
      assertThat(result.report().price().storage()).isEqualTo((5 * 3.0 + 15) / (60 + 30));
      assertThat(result.report().price().work()).isEqualTo(5.0 / 20);
    }
  }

  @Test
  void gaspGivesPrivateProductsAndLeavesLiarsToVerification() {
    LongMatrix a = Naive.longs(5, 4, 50, random);
    LongMatrix b = Naive.longs(4, 6, 50, random);
    Settings settings =
        settings("gasp", new Tolerance(1, 1, 1)).withPartition(new Partition(1, 2, 2));
    Cluster scripted = new ScriptedCluster(10, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker2"), random)) {
      Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a, b));
      assertThat(result.report().code().recoveryThreshold()).isEqualTo(8);
      assertThat(result.report().workersThat(Fate.REJECTED)).containsExactly(2);
    }
  }
}
