package io.lagrid.algebra.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

final class BerrutCurveTest {

  private final BerrutCurve curve = new BerrutCurve();

  @Test
  void itIsTheFormulaInExactArithmetic() {
    double[] nodes = {0.9, -0.3, 0.25, -0.8, 0.6};
    int[] signs = {1, -1, 1, 1, -1}; // by position: −0.8, −0.3, 0.25, 0.6, 0.9
    double[] points = {-1, -0.5, 0, 0.3, 0.95};
    Matrix map = curve.coefficients(nodes, points);
    MathContext digits = new MathContext(60);
    for (int i = 0; i < points.length; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal[] terms = new BigDecimal[nodes.length];
      for (int k = 0; k < nodes.length; k++) {
        BigDecimal distance = new BigDecimal(points[i]).subtract(new BigDecimal(nodes[k]));
        terms[k] = new BigDecimal(signs[k]).divide(distance, digits);
        sum = sum.add(terms[k]);
      }
      for (int k = 0; k < nodes.length; k++) {
        double exact = terms[k].divide(sum, digits).doubleValue();
        assertThat(map.get(i, k)).isCloseTo(exact, within(1e-14));
      }
    }
  }

  @Test
  void atANodeItIsThatNodesValue() {
    double[] nodes = {0.5, -1, 1};
    double almost = Math.nextUp(0.5);
    assertThat(curve.coefficients(nodes, new double[] {0.5, almost, -1}))
        .isEqualTo(
            Matrix.ofRows(new double[] {1, 0, 0}, new double[] {1, 0, 0}, new double[] {0, 1, 0}));
    assertThat(curve.coefficients(new double[] {3}, new double[] {3, 8}))
        .isEqualTo(Matrix.ofRows(new double[] {1}, new double[] {1}));
  }

  @Test
  void itHasNoPoleBetweenAnyNodes() {
    double[] nodes = {-1, -0.9, -0.2, -0.1, 0.5, 0.52, 0.9};
    double[] points = new double[2001];
    for (int i = 0; i < points.length; i++) {
      points[i] = -1 + i / 1000.0;
    }
    Matrix map = curve.coefficients(nodes, points);
    for (double weight : map.data()) {
      assertThat(Math.abs(weight)).isLessThan(20);
    }
  }

  @Test
  void whatHasNoCurveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.coefficients(new double[0], new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve.coefficients(new double[] {1, 1}, new double[] {1}))
        .withMessageContaining("distinct");
  }
}
