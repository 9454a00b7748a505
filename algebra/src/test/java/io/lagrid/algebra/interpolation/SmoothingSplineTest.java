package io.lagrid.algebra.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SmoothingSplineTest {

  private static final long SEED = 17;

  private final Randomness random = Randomness.insecure(SEED);

  private double[] random(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> 2 * random.nextDouble() - 1);
    return values;
  }

  private double[] knots(int count) {
    double[] knots = random(count);
    Arrays.sort(knots);
    for (int i = 0; i < count; i++) {
      knots[i] += 0.01 * i;
    }
    return knots;
  }

  @Test
  void itIsTheMinimiserThatTheDefinitionGives() {
    for (int n = 3; n <= 12; n++) {
      for (double smoothing : new double[] {0, 1e-6, 1e-3, 1, 1e3}) {
        double[] knots = knots(n);
        Matrix naive = NaiveSpline.hat(knots, smoothing);
        Matrix fast = new SmoothingSpline(smoothing).coefficients(knots, knots);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            assertThat(fast.get(i, j))
                .as("n = %d, λ = %s, seed %d", n, smoothing, SEED)
                .isCloseTo(naive.get(i, j), within(1e-7));
          }
        }
      }
    }
  }

  @Test
  void theOrderOfTheNodesDoesNotMatter() {
    double[] nodes = {0.3, -0.7, 1.5, 0.1};
    double[] sorted = {-0.7, 0.1, 0.3, 1.5};
    int[] place = {2, 0, 3, 1};
    double[] points = {-2, -0.7, 0, 0.2, 1, 1.5, 3};
    Matrix mixed = new SmoothingSpline(0.01).coefficients(nodes, points);
    Matrix plain = new SmoothingSpline(0.01).coefficients(sorted, points);
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < 4; k++) {
        assertThat(mixed.get(i, k)).isEqualTo(plain.get(i, place[k]));
      }
    }
  }

  @Test
  void straightLinesStayAsTheyAreEverywhere() {
    double[] points = {-5, -1, 0, 0.123, 0.9, 7};
    for (int n = 2; n <= 9; n++) {
      double[] nodes = knots(n);
      for (double smoothing : new double[] {0, 1e-3, 10}) {
        Matrix map = new SmoothingSpline(smoothing).coefficients(nodes, points);
        for (int i = 0; i < points.length; i++) {
          double ones = 0;
          double line = 0;
          for (int k = 0; k < n; k++) {
            ones += map.get(i, k);
            line += map.get(i, k) * (3 * nodes[k] - 1);
          }
          assertThat(ones).isCloseTo(1, within(1e-7));
          assertThat(line).isCloseTo(3 * points[i] - 1, within(1e-6));
        }
      }
    }
  }

  @Test
  void theInterpolatingSplineIsTwiceSmooth() {
    double[] knots = {-1, -0.4, 0, 0.7, 1.2, 2};
    double[] values = {1, 3, -2, 0, 5, 4};
    SplineFit.Fitted curve = new SplineFit(knots, 0).fit(values);
    double step = 1e-4;
    for (int i = 0; i < knots.length; i++) {
      assertThat(curve.value(knots[i])).isCloseTo(values[i], within(1e-14));
      double before = second(curve, knots[i] - 2 * step, step);
      double after = second(curve, knots[i] + 2 * step, step);
      assertThat(after).isCloseTo(before, within(0.2)); // it jumps in the third derivative only
    }
    assertThat(second(curve, -3, step)).isCloseTo(0, within(1e-5));
    assertThat(second(curve, 4, step)).isCloseTo(0, within(1e-5));
  }

  private static double second(SplineFit.Fitted curve, double x, double h) {
    return (curve.value(x - h) - 2 * curve.value(x) + curve.value(x + h)) / (h * h);
  }

  @Test
  void leavingOutIsLeavingOut() {
    for (double smoothing : new double[] {0, 1e-4, 1e-2}) {
      double[] knots = knots(9);
      double[] values = random(9);
      SplineFit.Fitted fitted = new SplineFit(knots, smoothing).fit(values);
      for (int out = 0; out < 9; out++) {
        double[] otherKnots = without(knots, out);
        // the weight n·λ stays: with one value fewer λ is larger by n/(n − 1)
        SplineFit others = new SplineFit(otherKnots, smoothing * 9 / 8);
        double predicted = others.fit(without(values, out)).value(knots[out]);
        assertThat(fitted.leaveOutResiduals(out)[0])
            .as("λ = %s, knot %d, seed %d", smoothing, out, SEED)
            .isCloseTo(values[out] - predicted, within(1e-7));
      }
    }
  }

  @Test
  void curvesSideBySideAreTheSameCurves() {
    for (double smoothing : new double[] {0, 1e-3}) {
      for (int count : new int[] {2, 3, 9}) {
        double[] knots = knots(count);
        double[][] vectors = {random(count), random(count), random(count)};
        double[] rows = new double[3 * count];
        Arrays.setAll(rows, k -> vectors[k % 3][k / 3]);
        SplineFit fit = new SplineFit(knots, smoothing);
        SplineFit.Fitted together = fit.fit(rows, 3);
        double scores = 0;
        for (int c = 0; c < 3; c++) {
          SplineFit.Fitted alone = fit.fit(vectors[c]);
          for (double x = knots[0] - 1; x < knots[count - 1] + 1; x += 0.07) {
            assertThat(together.value(x, c)).as("curve %d at %s", c, x).isEqualTo(alone.value(x));
          }
          for (int i = 0; i < count && count > 2; i++) {
            assertThat(together.leaveOutResiduals(i)[c]).isEqualTo(alone.leaveOutResiduals(i)[0]);
          }
          scores += fit.score(vectors[c], 1);
        }
        if (count > 2) {
          assertThat(fit.score(rows, 3)).isCloseTo(scores, within(1e-12 * scores));
        }
      }
    }
  }

  private static double[] without(double[] values, int out) {
    double[] rest = new double[values.length - 1];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i < out ? i : i + 1];
    }
    return rest;
  }

  @Test
  void theScoreIsThatOfTheHatMatrix() {
    double[] knots = knots(8);
    double[] values = random(8);
    for (double smoothing : new double[] {1e-5, 1e-3, 1}) {
      Matrix hat = NaiveSpline.hat(knots, smoothing);
      double trace = 0;
      double squares = 0;
      for (int i = 0; i < 8; i++) {
        trace += hat.get(i, i);
        double fitted = 0;
        for (int j = 0; j < 8; j++) {
          fitted += hat.get(i, j) * values[j];
        }
        squares += (values[i] - fitted) * (values[i] - fitted);
      }
      SplineFit fit = new SplineFit(knots, smoothing);
      double expected = 8 * squares / ((8 - trace) * (8 - trace));
      assertThat(fit.score(values, 1)).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void crossValidationFindsTheSmoothingThatNoiseNeeds() {
    int n = 60;
    double[] knots = new double[n];
    Arrays.setAll(knots, i -> -1 + 2.0 * i / (n - 1));
    double[] truth = Arrays.stream(knots).map(x -> Math.sin(4 * x)).toArray();
    double[] clean = truth.clone();
    assertThat(SmoothingChoice.choose(knots, List.of(clean))).isLessThan(1e-10);
    double[] noisy = truth.clone();
    for (int i = 0; i < n; i++) {
      noisy[i] += 0.3 * (random.nextDouble() + random.nextDouble() - 1);
    }
    double chosen = SmoothingChoice.choose(knots, List.of(noisy));
    double best = Double.POSITIVE_INFINITY;
    for (double smoothing = 1e-9; smoothing < 10; smoothing *= 2) {
      best = Math.min(best, error(knots, noisy, truth, smoothing));
    }
    assertThat(error(knots, noisy, truth, chosen)).as("seed %d", SEED).isLessThan(2 * best);
    assertThat(chosen).isGreaterThan(1e-6);
  }

  private static double error(double[] knots, double[] values, double[] truth, double smoothing) {
    SplineFit.Fitted curve = new SplineFit(knots, smoothing).fit(values);
    double sum = 0;
    for (int i = 0; i < knots.length; i++) {
      sum += Math.pow(curve.value(knots[i]) - truth[i], 2);
    }
    return sum;
  }

  @Test
  void whatHasNoCurveIsRefused() {
    SmoothingSpline spline = new SmoothingSpline(0);
    double[] point = {0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spline.coefficients(new double[] {1}, point))
        .withMessageContaining("at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spline.coefficients(new double[] {1, 2, 1}, point))
        .withMessageContaining("distinct");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spline.coefficients(new double[] {1, Double.NaN}, point));
    assertThatIllegalArgumentException().isThrownBy(() -> new SmoothingSpline(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SmoothingSpline(Double.NaN));
    SplineFit fit = new SplineFit(new double[] {0, 1, 2}, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> fit.fit(new double[2]));
  }
}
