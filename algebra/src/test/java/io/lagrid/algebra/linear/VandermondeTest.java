package io.lagrid.algebra.linear;

import static io.lagrid.algebra.linear.NaiveAlgebra.distance;
import static io.lagrid.algebra.linear.NaiveAlgebra.firstElements;
import static io.lagrid.algebra.linear.NaiveAlgebra.identity;
import static io.lagrid.algebra.linear.NaiveAlgebra.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VandermondeTest {

  private static final Field REAL = RealField.instance();
  private static final PrimeField LARGE = PrimeField.of(8380417);

  @Test
  void holdsThePowersOfItsPoints() {
    Matrix v = Vandermonde.matrix(REAL, new double[] {0, 2, -3}, 4);
    assertThat(v)
        .isEqualTo(Matrix.ofRows(new double[][] {{1, 0, 0, 0}, {1, 2, 4, 8}, {1, -3, 9, -27}}));
    assertThat(Vandermonde.matrix(PrimeField.of(7), new double[] {2, -3}, new int[] {0, 5, 2}))
        .isEqualTo(Matrix.ofRows(new double[][] {{1, -3, -3}, {1, 2, 2}}));
  }

  @Test
  void arbitraryExponentsAgreeWithConsecutiveOnes() {
    double[] points = firstElements(LARGE, 12);
    int[] exponents = IntStream.range(0, 20).toArray();
    assertThat(Vandermonde.matrix(LARGE, points, exponents))
        .isEqualTo(Vandermonde.matrix(LARGE, points, 20));
  }

  @Test
  void inverseRowsInvert() {
    for (int n : new int[] {1, 2, 3, 8, 40}) {
      double[] points = firstElements(LARGE, n);
      points[0] = 0;
      Matrix rows = Vandermonde.inverseRows(LARGE, points, IntStream.range(0, n).toArray());
      Matrix v = Vandermonde.matrix(LARGE, points, n);
      assertThat(product(LARGE, rows, v)).as("n = %d", n).isEqualTo(identity(n));
    }
  }

  @Test
  void inverseRowsInvertOverTheReals() {
    double[] points = {-1, -0.6, -0.2, 0.2, 0.6, 1};
    Matrix rows = Vandermonde.inverseRows(REAL, points, 0, 1, 2, 3, 4, 5);
    Matrix v = Vandermonde.matrix(REAL, points, 6);
    assertThat(distance(product(REAL, rows, v), identity(6))).isLessThan(1e-14);
  }

  @Test
  void givesTheRowsAskedForInThatOrderAndRepeatedly() {
    double[] points = firstElements(LARGE, 9);
    Matrix all = Vandermonde.inverseRows(LARGE, points, IntStream.range(0, 9).toArray());
    Matrix some = Vandermonde.inverseRows(LARGE, points, 7, 2, 7, 8);
    int[] expected = {7, 2, 7, 8};
    for (int r = 0; r < 4; r++) {
      assertThat(some.block(r, 0, 1, 9)).isEqualTo(all.block(expected[r], 0, 1, 9));
    }
    assertThat(Vandermonde.inverseRows(LARGE, points).shape()).isEqualTo("0x9");
  }

  @Test
  void refusesEqualPointsDegreesOutsideAndNegativeExponents() {
    assertThatThrownBy(() -> Vandermonde.inverseRows(LARGE, new double[] {5, 5}, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("nodes 0 and 1");
    assertThatThrownBy(() -> Vandermonde.inverseRows(LARGE, new double[] {5, 6}, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Vandermonde.matrix(LARGE, new double[] {5}, new int[] {-1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cauchyMatricesHoldTheReciprocals() {
    double[] x = {1, 2, 3};
    double[] y = {7, -4};
    for (Field field : new Field[] {REAL, LARGE}) {
      Matrix cauchy = Cauchy.matrix(field, x, y);
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 2; k++) {
          assertThat(cauchy.get(i, k)).isEqualTo(field.inverse(field.subtract(x[i], y[k])));
        }
      }
    }
  }

  @Test
  void everySquareCauchyMatrixOverASmallFieldIsInvertible() {
    PrimeField field = PrimeField.of(7);
    int cases = 0;
    for (int first = 0; first < 1 << 7; first++) {
      for (int second = 0; second < 1 << 7; second++) {
        if ((first & second) == 0 && Integer.bitCount(first) == Integer.bitCount(second)) {
          Matrix cauchy = Cauchy.matrix(field, elements(first), elements(second));
          assertThat(LinearSystems.invertible(field, cauchy)).isTrue();
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(393); // Σ_k 7!/(k!·k!·(7 − 2k)!)
  }

  private static double[] elements(int mask) {
    return IntStream.range(0, 7)
        .filter(i -> ((mask >> i) & 1) == 1)
        .mapToDouble(i -> i - 3)
        .toArray();
  }

  @Test
  void cauchyPointsMustBeDisjoint() {
    for (Field field : new Field[] {REAL, LARGE}) {
      assertThatThrownBy(() -> Cauchy.matrix(field, new double[] {1, 2}, new double[] {3, 4, 2}))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("x[1] = y[2] = 2.0");
    }
  }
}
