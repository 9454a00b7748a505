package io.lagrid.algebra.linear;

import static io.lagrid.algebra.linear.NaiveAlgebra.firstElements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LagrangeTest {

  private static final Field REAL = RealField.instance();
  private static final PrimeField SMALL = PrimeField.of(11);
  private static final PrimeField LARGE = PrimeField.of(8380417);

  /** Chebyshev points of the first kind. */
  private static double[] chebyshev(int n) {
    double[] points = new double[n];
    Arrays.setAll(points, k -> Math.cos((2 * k + 1) * Math.PI / (2 * n)));
    return points;
  }

  @Test
  void equalsTheDefinitionAtEveryPointOfASmallField() {
    double[] points = new double[11];
    Arrays.setAll(points, i -> i - 5);
    int cases = 0;
    for (int mask = 1; mask < 1 << 11; mask++) {
      int chosen = mask;
      double[] nodes =
          Arrays.stream(points).filter(x -> ((chosen >> ((int) x + 5)) & 1) == 1).toArray();
      if (nodes.length > 4) {
        continue;
      }
      Matrix coefficients = Lagrange.coefficients(SMALL, nodes, points);
      for (int i = 0; i < 11; i++) {
        for (int k = 0; k < nodes.length; k++) {
          double expected = NaiveAlgebra.lagrange(SMALL, nodes, k, points[i]);
          assertThat(coefficients.get(i, k)).isEqualTo(expected);
          cases++;
        }
      }
    }
    // Σ_n n·C(11, n) for n ≤ 4, at 11 points.
    assertThat(cases).isEqualTo(11 * (11 + 2 * 55 + 3 * 165 + 4 * 330));
  }

  @Test
  void reproducesPolynomialsOfLowDegree() {
    for (Field field : new Field[] {REAL, LARGE}) {
      double[] nodes = field.exact() ? firstElements(field, 30) : chebyshev(30);
      double[] points = {field.of(0L), field.divide(1, 3), field.divide(-2, 5), nodes[7]};
      Matrix l = Lagrange.coefficients(field, nodes, points);
      for (int degree = 0; degree < 30; degree++) {
        for (int i = 0; i < points.length; i++) {
          double value = 0;
          for (int k = 0; k < nodes.length; k++) {
            double sample = field.power(nodes[k], degree);
            value = field.add(value, field.multiply(l.get(i, k), sample));
          }
          assertThat(value)
              .as("x^%d at %s over %s", degree, points[i], field)
              .isCloseTo(field.power(points[i], degree), within(field.exact() ? 0 : 1e-13));
        }
      }
    }
  }

  @Test
  void aPointThatIsANodeGivesAUnitRow() {
    double[] nodes = chebyshev(9);
    Matrix l = Lagrange.coefficients(REAL, nodes, new double[] {nodes[4], nodes[0]});
    double[] expected = new double[18];
    expected[4] = 1;
    expected[9] = 1;
    assertThat(l.toArray()).isEqualTo(expected);
  }

  @Test
  void aThousandRealNodesNeitherOverflowNorUnderflow() {
    for (double spread : new double[] {1e-3, 1, 1e3}) {
      double[] nodes = Arrays.stream(chebyshev(1000)).map(x -> x * spread).toArray();
      Matrix l = Lagrange.coefficients(REAL, nodes, new double[] {0.123 * spread});
      double sum = Arrays.stream(l.toArray()).sum();
      double magnitude = Arrays.stream(l.toArray()).map(Math::abs).sum();
      assertThat(sum).as("spread %s", spread).isCloseTo(1, within(1e-11));
      assertThat(magnitude).as("Lebesgue function, spread %s", spread).isBetween(1.0, 6.0);
    }
  }

  @Test
  void weightsAndNodePolynomialFollowTheirDefinitions() {
    double[] nodes = {1, -2, 5};
    assertThat(Barycentric.weights(REAL, nodes))
        .containsExactly(
            new double[] {1 / (3.0 * -4), 1 / (-3.0 * -7), 1 / (4.0 * 7)}, within(1e-16));
    assertThat(Barycentric.weights(SMALL, nodes))
        .containsExactly(SMALL.inverse(-1), SMALL.inverse(-1), SMALL.inverse(-5));
    // (x − 1)(x + 2)(x − 5) = x³ − 4x² − 7x + 10
    assertThat(Barycentric.nodePolynomial(REAL, nodes)).containsExactly(10, -7, -4, 1);
    assertThat(Barycentric.nodePolynomial(SMALL, nodes)).containsExactly(-1, 4, -4, 1);
    assertThat(Barycentric.nodePolynomial(SMALL, new double[0])).containsExactly(1);
    assertThat(Barycentric.weights(SMALL, new double[] {3})).containsExactly(1);
  }

  @Test
  void refusesEqualNodes() {
    double[] nodes = {1, 4, 2, 4};
    for (Field field : new Field[] {REAL, LARGE}) {
      assertThatThrownBy(() -> Lagrange.coefficients(field, nodes, nodes))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("nodes 1 and 3")
          .hasMessageContaining("4.0");
    }
  }

  @Test
  void noNodesAndNoPointsAreEmptyMatrices() {
    assertThat(Lagrange.coefficients(LARGE, new double[0], new double[2]).shape()).isEqualTo("2x0");
    assertThat(Lagrange.coefficients(LARGE, new double[] {1, 2}, new double[0]).shape())
        .isEqualTo("0x2");
  }
}
