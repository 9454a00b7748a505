package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreparedProductTest {

  private final Randomness random = Randomness.insecure(11);

  @ParameterizedTest
  @EnumSource(
      value = ArithmeticChoice.class,
      names = {"EXACT", "REAL"})
  void iteratedDoublesStayWithinTheBoundAndLiarsAreCaughtInEveryRound(ArithmeticChoice arithmetic) {
    Matrix a = Naive.doubles(20, 30, random);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(1).adversaries(1))
            .withArithmetic(arithmetic);
    try (TamperingCluster cluster =
            new TamperingCluster(
                new ScriptedCluster(7, Script.inTurn()), Set.of(2), LiarsTest.Lie.FLIPPED_ENTRY);
        PreparedProduct<Matrix> product = Lagrid.on(cluster).with(settings).prepare(a, 2)) {
      for (int round = 0; round < 5; round++) {
        Matrix x = Naive.doubles(30, 2, random);
        Result<Matrix> result = product.multiply(x);
        assertThat(Naive.relativeError(result.value(), Naive.product(a, x), a, x))
            .isLessThan(result.report().errorBound() + 1e-16);
        assertThat(result.report().workersThat(Fate.REJECTED)).containsExactly(2);
      }
    }
  }

  @Test
  void onlyTheRightOperandTravelsAgain() {
    Matrix a = Naive.doubles(40, 40, random);
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn());
        PreparedProduct<Matrix> product =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).prepare(a, 1)) {
      long first = product.multiply(Naive.doubles(40, 1, random)).report().traffic().up();
      long second = product.multiply(Naive.doubles(40, 1, random)).report().traffic().up();
      assertThat(second).isEqualTo(6 * 40 * Double.BYTES);
      assertThat(first).isEqualTo(second + 6 * 10 * 40 * Double.BYTES);
    }
  }

  @Test
  void anotherShapeIsRefused() {
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn());
        PreparedProduct<Matrix> product =
            Lagrid.on(cluster).prepare(Naive.doubles(4, 4, random), 1)) {
      assertThatThrownBy(() -> product.multiply(Naive.doubles(4, 2, random)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4x2");
      assertThatThrownBy(
              () ->
                  product.multiply(
                      Matrix.of(4, 1, new double[] {1, 2, 3, Double.POSITIVE_INFINITY})))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Infinity");
    }
  }

  @Test
  void aClosedProductSaysSo() {
    Matrix a = Naive.doubles(4, 4, random);
    Matrix b = Naive.doubles(4, 1, random);
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn())) {
      PreparedProduct<Matrix> product = Lagrid.on(cluster).prepare(a, 1);
      product.multiply(b);
      product.close();
      product.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> product.multiply(b))
          .withMessageContaining("the prepared product is closed");
      assertThatIllegalStateException()
          .isThrownBy(() -> product.attempt(b))
          .withMessageContaining("the prepared product is closed");
    }
  }

  @Test
  void aClosedClusterSaysSo() {
    Matrix a = Naive.doubles(4, 4, random);
    Matrix b = Naive.doubles(4, 1, random);
    ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn());
    try (PreparedProduct<Matrix> product = Lagrid.on(cluster).prepare(a, 1)) {
      cluster.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> product.multiply(b))
          .withMessageContaining("the cluster is closed");
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> Lagrid.on(cluster).multiply(a, b))
        .withMessageContaining("the cluster is closed");
  }
}
