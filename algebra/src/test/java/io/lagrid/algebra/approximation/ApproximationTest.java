package io.lagrid.algebra.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ApproximationTest {

  @ParameterizedTest
  @CsvSource({"3, 0.0625", "5, 0.03382", "10, 0.013922"})
  void reluIsApproximatedAsWellAsItCanBe(int degree, double best) {
    // E_n(relu) = E_n(|x|)/2; E_2 = 1/8, E_4 = 0.067620…, E_10 = 0.027845… (Varga and Carpenter)
    Approximation relu = Approximation.minimax(ScalarFunction.RELU, -1, 1, degree);
    assertThat(relu.maximumError()).isCloseTo(best, within(1e-5));
    Approximation series = Approximation.series(ScalarFunction.RELU, -1, 1, degree);
    assertThat(series.maximumError()).isGreaterThan(1.2 * relu.maximumError());
  }

  /** Function, interval, degree, and the error of the best polynomial as computed elsewhere. */
  private static void beatsTheSeries(DoubleUnaryOperator f, double low, double high, int degree) {
    Approximation best = Approximation.minimax(f, low, high, degree);
    Approximation series = Approximation.series(f, low, high, degree);
    assertThat(best.maximumError()).isLessThanOrEqualTo(series.maximumError());
    assertThat(best.polynomial().degree()).isBetween(degree - 1, degree);
    assertAlternates(f, best, degree);
  }

  /** Chebyshev: the error is at its maximum with alternating signs, degree + 2 times. */
  private static void assertAlternates(DoubleUnaryOperator f, Approximation best, int degree) {
    ChebyshevSeries p = best.polynomial();
    int alternations = 0;
    double sign = 0;
    int steps = 100_000;
    for (int i = 0; i <= steps; i++) {
      double x = p.low() + (p.high() - p.low()) * i / steps;
      double error = f.applyAsDouble(x) - p.applyAsDouble(x);
      if (Math.abs(error) > 0.999 * best.maximumError() && Math.signum(error) != sign) {
        sign = Math.signum(error);
        alternations++;
      }
    }
    assertThat(alternations).isGreaterThanOrEqualTo(degree + 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScalarFunction.class,
      names = {"SIGMOID", "TANH", "GELU", "RELU"})
  void theBestErrorAlternates(ScalarFunction function) {
    for (int degree : new int[] {1, 2, 3, 5, 7, 10}) {
      beatsTheSeries(function, -3, 3, degree);
      beatsTheSeries(function, -2, 5, degree);
    }
  }

  @Test
  void inverseSquareRootsAndExponentialsToo() {
    for (int degree : new int[] {1, 3, 6}) {
      beatsTheSeries(ScalarFunction.RSQRT, 0.5, 4, degree);
      beatsTheSeries(ScalarFunction.EXP, -8, 0, degree);
    }
    // the best line for e^x on [0, 1] has slope e − 1 and error (2 − e + (e−1)·ln(e−1))/2
    double slope = Math.E - 1;
    assertThat(Approximation.minimax(ScalarFunction.EXP, 0, 1, 1).maximumError())
        .isCloseTo((2 - Math.E + slope * Math.log(slope)) / 2, within(1e-12));
  }

  @Test
  void polynomialsAreTheirOwnBestApproximation() {
    DoubleUnaryOperator cubic = x -> 2 * x * x * x - x + 0.5;
    Approximation same = Approximation.minimax(cubic, -2, 3, 3);
    assertThat(same.maximumError()).isLessThan(1e-13);
    double[] powers = same.polynomial().powers();
    double[] expected = {0.5, -1, 0, 2};
    for (int k = 0; k < 4; k++) {
      assertThat(powers[k]).isCloseTo(expected[k], within(1e-12));
    }
    // 2^(1−n)·T_n deviates least from zero: x^4 by degree 3 on [−1, 1] is off by 1/8
    assertThat(Approximation.minimax(x -> x * x * x * x, -1, 1, 3).maximumError())
        .isCloseTo(0.125, within(1e-12));
  }

  @Test
  void termsThatAreZeroToRoundingDoNotCount() {
    for (int degree : new int[] {2, 4, 6, 8, 10}) {
      for (ScalarFunction odd : List.of(ScalarFunction.TANH, ScalarFunction.SIGMOID)) {
        Approximation even = Approximation.minimax(odd, -3, 3, degree);
        Approximation below = Approximation.minimax(odd, -3, 3, degree - 1);
        assertThat(even.polynomial().degree()).as("%s", odd).isEqualTo(degree - 1);
        assertThat(below.polynomial().degree()).isEqualTo(degree - 1);
        assertThat(even.maximumError()).isCloseTo(below.maximumError(), withinPercentage(1e-7));
        assertThat(Approximation.series(odd, -3, 3, degree).polynomial().degree())
            .isEqualTo(degree - 1);
      }
    }
    assertThat(Approximation.minimax(x -> 1e300 * x, -1, 1, 4).polynomial().degree()).isEqualTo(1);
    assertThat(Approximation.minimax(x -> 7, 2, 3, 5).polynomial().coefficients())
        .containsExactly(7);
    assertThat(Approximation.minimax(x -> 0, 2, 3, 5).polynomial().degree()).isZero();
    // a small leading term that halves the error stays
    DoubleUnaryOperator tail = x -> x + 1e-12 * (4 * x * x * x - 3 * x);
    assertThat(Approximation.minimax(tail, -1, 1, 3).polynomial().degree()).isEqualTo(3);
  }

  @Test
  void targetsThatAreNoErrorsAreRefused() {
    for (double target : new double[] {Double.NaN, 0, -1e-3, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Approximation.within(ScalarFunction.RELU, -1, 1, target, 20))
          .withMessageContaining("an error of " + target);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Approximation.within(ScalarFunction.RELU, -1, 1, 1, -1))
        .withMessageContaining("degree -1");
  }

  @Test
  void theDegreeFollowsFromTheTargetError() {
    Approximation found = Approximation.within(ScalarFunction.SIGMOID, -4, 4, 1e-3, 20);
    int degree = found.polynomial().degree();
    assertThat(found.maximumError()).isLessThanOrEqualTo(1e-3);
    assertThat(Approximation.minimax(ScalarFunction.SIGMOID, -4, 4, degree - 1).maximumError())
        .isGreaterThan(1e-3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Approximation.within(ScalarFunction.RELU, -1, 1, 1e-3, 8))
        .withMessageContaining("degree 8 or less")
        .withMessageContaining("off by 0.0173");
  }

  @Test
  void softmaxOfApproximateExponentialsIsOffByTwiceTheirRelativeError() {
    double[] logits = {-1.5, 0, -0.3, -4, -2.2};
    for (int degree : new int[] {4, 6, 8}) {
      Approximation exp = Approximation.minimax(ScalarFunction.EXP, -4, 0, degree);
      double[] exact = softmax(logits, Math::exp);
      double[] approximate = softmax(logits, exp.polynomial());
      double relative = exp.maximumError() / Math.exp(-4);
      for (int i = 0; i < logits.length; i++) {
        assertThat(Math.abs(approximate[i] - exact[i]))
            .isLessThanOrEqualTo(2 * relative / (1 - relative) * exact[i]);
      }
    }
  }

  private static double[] softmax(double[] logits, DoubleUnaryOperator exp) {
    double[] values = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = exp.applyAsDouble(logits[i]);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }

  @Test
  void errorsAddUpOverLayersNoMoreThanTheBound() {
    Approximation sigmoid = Approximation.minimax(ScalarFunction.SIGMOID, -6, 6, 5);
    double[] weights = {2.0, -3.0, 1.5}; // one input and output: x ↦ sigmoid(w·x)
    List<LayerError> layers =
        Arrays.stream(weights)
            .mapToObj(
                w ->
                    new LayerError(
                        Math.abs(w) * ScalarFunction.SIGMOID.lipschitz(), sigmoid.maximumError()))
            .toList();
    List<Double> bounds = LayerError.accumulated(layers);
    for (double x = -1; x <= 1; x += 0.01) {
      double exact = x;
      double computed = x;
      for (int l = 0; l < weights.length; l++) {
        exact = ScalarFunction.SIGMOID.applyAsDouble(weights[l] * exact);
        computed = sigmoid.polynomial().applyAsDouble(weights[l] * computed);
        assertThat(Math.abs(exact - computed)).isLessThanOrEqualTo(bounds.get(l));
      }
    }
    assertThat(bounds.get(2)).isLessThan(3 * sigmoid.maximumError());
    assertThatIllegalArgumentException().isThrownBy(() -> new LayerError(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LayerError(1, Double.NaN));
  }

  @Test
  void seriesAreEvaluatedAlikeInBothBases() {
    ChebyshevSeries series = new ChebyshevSeries(1, 4, 3, -2, 0.5, 0.25);
    double[] powers = series.powers();
    for (double x = 0; x <= 5; x += 0.1) {
      double horner = 0;
      for (int k = powers.length - 1; k >= 0; k--) {
        horner = horner * x + powers[k];
      }
      assertThat(series.applyAsDouble(x)).isCloseTo(horner, within(1e-11));
    }
    assertThat(series.coefficients()).containsExactly(3, -2, 0.5, 0.25);
    assertThat(series).hasToString("Chebyshev series [3.0, -2.0, 0.5, 0.25] on [1.0, 4.0]");
  }

  @Test
  void functionsHaveTheirValuesAndSlopes() {
    assertThat(ScalarFunction.GELU.applyAsDouble(1)).isCloseTo(0.8413447460685429, within(1e-15));
    assertThat(ScalarFunction.GELU.applyAsDouble(-1))
        .isCloseTo(-0.15865525393145707, within(1e-15));
    assertThat(ScalarFunction.GELU.applyAsDouble(-5)).isCloseTo(-1.433257859396e-6, within(1e-17));
    assertThat(ScalarFunction.GELU.applyAsDouble(50)).isEqualTo(50);
    assertThat(ScalarFunction.GELU.applyAsDouble(-50)).isZero();
    assertThat(NormalDistribution.below(2.9999999))
        .isCloseTo(NormalDistribution.below(3), within(1e-9));
    for (ScalarFunction function : ScalarFunction.values()) {
      double from = function == ScalarFunction.RSQRT ? 1 : -6;
      double to = function == ScalarFunction.EXP ? 0 : 6;
      double steepest = 0;
      for (double x = from; x + 1e-4 <= to; x += 1e-3) {
        double rise = function.applyAsDouble(x + 1e-4) - function.applyAsDouble(x);
        steepest = Math.max(steepest, Math.abs(rise) / 1e-4);
      }
      assertThat(steepest).isLessThanOrEqualTo(function.lipschitz() + 1e-6);
      assertThat(steepest).isGreaterThan(0.99 * function.lipschitz());
    }
  }

  @Test
  void whatHasNoApproximationIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ChebyshevSeries(1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChebyshevSeries(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Approximation.minimax(ScalarFunction.RELU, -1, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Approximation.minimax(x -> 1 / x, -1, 1, 3))
        .withMessageContaining("no finite value at 0.0");
  }
}
