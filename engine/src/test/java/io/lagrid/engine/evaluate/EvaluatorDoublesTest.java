package io.lagrid.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.LinearGradient;
import io.lagrid.engine.report.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of doubles, in floating point and in fixed point, within the stated bounds. */
class EvaluatorDoublesTest {

  private static final Elementwise CUBIC = Elementwise.parse("2x^3 - 5*x^2 + x - 7");

  private final Randomness random = Randomness.insecure(20261122);

  private static double cubic(double v) {
    return ((2 * v - 5) * v + 1) * v - 7;
  }

  @ParameterizedTest
  @CsvSource({"REAL, 0", "EXACT, 0", "AUTO, 1"})
  void doublesStayWithinTheStatedBound(ArithmeticChoice arithmetic, int colluders) {
    for (double scale : new double[] {1e-3, 1, 1e3}) {
      Matrix x = Naive.doubles(5, 7, random);
      for (int i = 0; i < x.data().length; i++) {
        x.data()[i] *= scale;
      }
      try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
        Settings settings =
            Settings.DEFAULT
                .withTolerance(new Tolerance(2, 0, colluders))
                .withArithmetic(arithmetic);
        Result<Matrix> result = Evaluator.on(Lagrid.on(cluster).with(settings)).evaluate(CUBIC, x);
        double largest = 2 * scale * scale * scale + 5 * scale * scale + scale + 7;
        assertThat(result.report().errorBound()).isBetween(0.0, 1e-11);
        for (int i = 0; i < x.data().length; i++) {
          assertThat(Math.abs(result.value().data()[i] - cubic(x.data()[i])))
              .isLessThanOrEqualTo((result.report().errorBound() + 0x1p-51) * largest);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"REAL", "EXACT"})
  void decimalCoefficientsAndGradientsOfDoublesStayWithinTheirBounds(ArithmeticChoice arithmetic) {
    Matrix x = Naive.doubles(12, 3, random);
    Matrix w = Naive.doubles(3, 1, random);
    Matrix y = Naive.doubles(12, 1, random);
    Matrix expected = Naive.product(x, w);
    for (int i = 0; i < 12; i++) {
      expected.data()[i] -= y.data()[i];
    }
    expected = Naive.product(x.transpose(), expected);
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Settings settings =
          Settings.DEFAULT.withTolerance(Tolerance.stragglers(2)).withArithmetic(arithmetic);
      Evaluator evaluator = Evaluator.on(Lagrid.on(cluster).with(settings));
      Result<Matrix> gradient = evaluator.evaluate(new LinearGradient(), x, w, y);
      for (int i = 0; i < 3; i++) {
        assertThat(Math.abs(gradient.value().data()[i] - expected.data()[i]))
            .isLessThanOrEqualTo((gradient.report().errorBound() + 0x1p-48) * 12 * 4);
      }
      Result<Matrix> line = evaluator.evaluate(Elementwise.parse("0.1x + 0.7"), x);
      for (int i = 0; i < x.data().length; i++) {
        double found = line.value().data()[i];
        assertThat(Math.abs(found - (0.1 * x.data()[i] + 0.7)))
            .isLessThan(line.report().errorBound() + 0x1p-51);
      }
    }
  }

  @Test
  void integersInDoublesComeBackAsIntegers() {
    Matrix x = Matrix.of(1, 5, new double[] {-3, 0, 1, 2, 1000});
    try (ScriptedCluster cluster = new ScriptedCluster(8, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(new Tolerance(1, 0, 1));
      Result<Matrix> result = Evaluator.on(lagrid).evaluate(CUBIC, x);
      assertThat(result.value().data()).containsExactly(-109, -7, -9, -9, 1995000993.0);
      assertThat(result.report().errorBound()).isZero();
    }
  }

  @Test
  void zerosAndTinyNumbersNeedNoMorePrimesThanOthers() {
    Elementwise half = Elementwise.parse("0.5*x");
    try (ScriptedCluster cluster = new ScriptedCluster(8, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(Lagrid.on(cluster).tolerating(new Tolerance(1, 0, 1)));
      assertThat(evaluator.evaluate(half, Matrix.zeros(2, 3)).value().data()).containsOnly(0);
      Result<Matrix> ordinary = evaluator.evaluate(half, Matrix.of(1, 2, new double[] {0.3, -0.7}));
      Result<Matrix> tiny =
          evaluator.evaluate(half, Matrix.of(1, 2, new double[] {0.3e-30, -0.7e-30}));
      assertThat(tiny.value().data()[1]).isCloseTo(-0.35e-30, within(1e-43));
      assertThat(tiny.report().arithmetic().primes())
          .hasSameSizeAs(ordinary.report().arithmetic().primes());
    }
  }
}
