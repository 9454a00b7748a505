package io.lagrid.algebra.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BerrutCurveTest {

  private static final BerrutCurve FIRST = BerrutCurve.first();
  private static final BerrutCurve SECOND = BerrutCurve.second();

  @Test
  void theyAreTheirFormulasInExactArithmetic() {
    double[] between = {-0.5, 0, 0.3};
    // nodes by position: −0.8, −0.3, 0.25, 0.6, 0.9
    isFormula(FIRST, new double[] {1, -1, 1, 1, -1}, -1, -0.5, 0, 0.3, 0.95);
    isFormula(SECOND, new double[] {0.5, -1, 1, 0.5, -1}, between);
    isFormula(SECOND, new double[] {0.5, -1, 1, 1, -1}, -1, -0.85); // beyond an end it counts fully
    isFormula(SECOND, new double[] {1, -1, 1, 0.5, -1}, 0.95, 4);
  }

  private static void isFormula(BerrutCurve curve, double[] weights, double... points) {
    double[] nodes = {0.9, -0.3, 0.25, -0.8, 0.6};
    Matrix map = curve.coefficients(nodes, points);
    MathContext digits = new MathContext(60);
    for (int i = 0; i < points.length; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal[] terms = new BigDecimal[nodes.length];
      for (int k = 0; k < nodes.length; k++) {
        BigDecimal distance = new BigDecimal(points[i]).subtract(new BigDecimal(nodes[k]));
        terms[k] = new BigDecimal(weights[k]).divide(distance, digits);
        sum = sum.add(terms[k]);
      }
      for (int k = 0; k < nodes.length; k++) {
        double exact = terms[k].divide(sum, digits).doubleValue();
        assertThat(map.get(i, k)).isCloseTo(exact, within(1e-14));
      }
    }
  }

  @Test
  void atANodeTheyAreThatNodesValue() {
    double[] nodes = {0.5, -1, 1};
    double almost = Math.nextUp(0.5);
    for (BerrutCurve curve : List.of(FIRST, SECOND)) {
      assertThat(curve.coefficients(nodes, new double[] {0.5, almost, -1, 1}))
          .isEqualTo(
              Matrix.ofRows(
                  new double[] {1, 0, 0},
                  new double[] {1, 0, 0},
                  new double[] {0, 1, 0},
                  new double[] {0, 0, 1}));
    }
  }

  @Test
  void throughOneNodeTheyAreConstantAndThroughTwoTheSecondIsTheLine() {
    for (BerrutCurve curve : List.of(FIRST, SECOND)) {
      assertThat(curve.coefficients(new double[] {3}, new double[] {3, 8, -2}))
          .isEqualTo(Matrix.ofRows(new double[] {1}, new double[] {1}, new double[] {1}));
    }
    Matrix line = SECOND.coefficients(new double[] {4, 0}, new double[] {1, 3.5});
    assertThat(line.get(0, 0)).isCloseTo(0.25, within(1e-15));
    assertThat(line.get(1, 0)).isCloseTo(0.875, within(1e-15));
  }

  /** A denominator has the sign of the nearest terms, and then their quotients are positive. */
  @Test
  void theyHaveNoPoleThroughAnyNodes() {
    double[] all = {-1, -0.9, -0.2, -0.1, -0.0999, 0.5, 0.52, 0.9, 0.98, 1};
    double[] points = new double[1001];
    for (int i = 0; i < points.length; i++) {
      points[i] = -2 + i / 250.0 + 1e-7;
    }
    int curves = 0;
    for (int set = 1; set < 1 << all.length; set++) {
      int chosen = set;
      double[] nodes =
          IntStream.range(0, all.length)
              .filter(k -> (chosen >> k & 1) == 1)
              .mapToDouble(k -> all[k])
              .toArray();
      for (BerrutCurve curve : List.of(FIRST, SECOND)) {
        Matrix map = curve.coefficients(nodes, points);
        assertThat(nearestWeights(map, nodes, points))
            .as("%s", Arrays.toString(nodes))
            .isPositive();
        curves++;
      }
    }
    assertThat(curves).isEqualTo(2 * (1024 - 1));
  }

  /** The least weight of a node with none between it and the point. */
  private static double nearestWeights(Matrix map, double[] nodes, double[] points) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      int after = -Arrays.binarySearch(nodes, points[i]) - 1;
      least = after > 0 ? Math.min(least, map.get(i, after - 1)) : least;
      least = after < nodes.length ? Math.min(least, map.get(i, after)) : least;
    }
    return least;
  }

  @Test
  void atExtremaTheSecondIsPolynomialInterpolation() {
    double[] nodes = Chebyshev.extrema(9);
    double[] points = {-0.97, -0.4, 0.1, 0.77};
    Matrix map = SECOND.coefficients(nodes, points);
    Matrix literal = FIRST.coefficients(nodes, points);
    double farthest = 0;
    for (int i = 0; i < points.length; i++) {
      for (int degree = 0; degree < 9; degree++) {
        double power = Math.pow(points[i], degree);
        assertThat(value(map, i, nodes, degree)).isCloseTo(power, within(1e-13));
        farthest = Math.max(farthest, Math.abs(value(literal, i, nodes, degree) - power));
      }
    }
    assertThat(farthest).isGreaterThan(1e-2);
  }

  private static double value(Matrix map, int row, double[] nodes, int degree) {
    double sum = 0;
    for (int k = 0; k < nodes.length; k++) {
      sum += map.get(row, k) * Math.pow(nodes[k], degree);
    }
    return sum;
  }

  @Test
  void whatHasNoCurveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIRST.coefficients(new double[0], new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SECOND.coefficients(new double[] {1, 1}, new double[] {1}))
        .withMessageContaining("distinct");
  }
}
