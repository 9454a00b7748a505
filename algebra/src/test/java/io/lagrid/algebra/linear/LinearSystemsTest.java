package io.lagrid.algebra.linear;

import static io.lagrid.algebra.linear.NaiveAlgebra.distance;
import static io.lagrid.algebra.linear.NaiveAlgebra.identity;
import static io.lagrid.algebra.linear.NaiveAlgebra.product;
import static io.lagrid.algebra.linear.NaiveAlgebra.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSystemsTest {

  private static final Field REAL = RealField.instance();
  private static final PrimeField LARGE = PrimeField.of(Primes.largest(1).get(0));
  private static final PrimeField THREE = PrimeField.of(3);

  /** The matrix whose entries are the digits of {@code index} in base 3. */
  private static Matrix ternary(int index, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    int rest = index;
    for (int i = 0; i < rows * columns; i++) {
      matrix.data()[i] = rest % 3 - 1;
      rest /= 3;
    }
    return matrix;
  }

  @Test
  void everyThreeByThreeMatrixOverGf3() {
    int invertible = 0;
    for (int index = 0; index < 19_683; index++) {
      Matrix a = ternary(index, 3, 3);
      double determinant = NaiveAlgebra.determinant(THREE, a);
      assertThat(LinearSystems.determinant(THREE, a)).as("%s", a).isEqualTo(determinant);
      assertThat(LinearSystems.invertible(THREE, a)).isEqualTo(determinant != 0);
      assertThat(LinearSystems.rank(THREE, a) == 3).isEqualTo(determinant != 0);
      if (determinant != 0) {
        invertible++;
        assertThat(product(THREE, a, LinearSystems.inverse(THREE, a))).isEqualTo(identity(3));
      }
    }
    assertThat(invertible).isEqualTo((27 - 1) * (27 - 3) * (27 - 9));
  }

  @Test
  void ranksOfEveryTwoByThreeMatrixOverGf3() {
    int[] counts = new int[3];
    for (int index = 0; index < 729; index++) {
      int rank = LinearSystems.rank(THREE, ternary(index, 2, 3));
      assertThat(LinearSystems.rank(THREE, ternary(index, 2, 3).transpose())).isEqualTo(rank);
      counts[rank]++;
    }
    // q^3 − 1 non-zero rows, times (q^2 − 1)/(q − 1) column spaces; the rest has full rank.
    assertThat(counts).containsExactly(1, 26 * 4, 26 * 24);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 16, 61})
  void solvesOverTheRealsAndModuloAPrime(int n) {
    for (Field field : new Field[] {REAL, LARGE}) {
      Matrix a = random(field, n, n, 100 + n);
      Matrix b = random(field, n, 3, 200 + n);
      Matrix x = LinearSystems.solve(field, a, b);
      double error = distance(product(field, a, x), b);
      assertThat(error).as("%s, n = %d", field, n).isLessThanOrEqualTo(field.exact() ? 0 : 1e-11);
    }
  }

  @Test
  void reducesInTimeWhenThereAreMoreStepsThanAPanelIsDeep() {
    int n = LARGE.panelDepth() + 90;
    Matrix a = random(LARGE, n, n, 1);
    Matrix x = random(LARGE, n, 2, 2);
    assertThat(LinearSystems.solve(LARGE, a, product(LARGE, a, x))).isEqualTo(x);
    assertThat(LinearSystems.rank(LARGE, a)).isEqualTo(n);
  }

  @Test
  void doesNotModifyViewsItIsGiven() {
    Matrix whole = random(LARGE, 6, 6, 3);
    Matrix before = whole.copy();
    Matrix a = whole.block(1, 2, 4, 4);
    Matrix inverse = LinearSystems.inverse(LARGE, a);
    assertThat(product(LARGE, inverse, a)).isEqualTo(identity(4));
    assertThat(whole).isEqualTo(before);
  }

  @Test
  void pivotsByMagnitudeOverTheReals() {
    Matrix a = Matrix.ofRows(new double[][] {{1e-20, 1}, {1, 1}});
    Matrix x = LinearSystems.solve(REAL, a, Matrix.of(2, 1, new double[] {1, 2}));
    assertThat(x.get(0, 0)).isCloseTo(1, within(1e-15));
    assertThat(x.get(1, 0)).isCloseTo(1, within(1e-15));
  }

  @Test
  void determinantsOverTheReals() {
    Matrix a = Matrix.ofRows(new double[][] {{0, 2, 1}, {3, 0, 0}, {1, 1, 4}});
    assertThat(LinearSystems.determinant(REAL, a)).isCloseTo(-21, within(1e-13));
    assertThat(LinearSystems.determinant(REAL, Matrix.zeros(0, 0))).isEqualTo(1);
    assertThat(LinearSystems.determinant(REAL, Matrix.zeros(2, 2))).isZero();
  }

  @Test
  void realRanksIgnoreRoundingErrors() {
    Matrix low = product(REAL, random(REAL, 20, 4, 5), random(REAL, 4, 30, 6));
    assertThat(LinearSystems.rank(REAL, low)).isEqualTo(4);
    assertThat(LinearSystems.rank(REAL, Matrix.zeros(3, 5))).isZero();
    assertThat(LinearSystems.rank(REAL, Matrix.zeros(0, 5))).isZero();
  }

  @Test
  void conditionNumbers() {
    Matrix hilbert = Matrix.zeros(3, 3);
    for (int i = 0; i < 9; i++) {
      hilbert.data()[i] = 1.0 / (i / 3 + i % 3 + 1);
    }
    assertThat(LinearSystems.conditionNumber(hilbert)).isCloseTo(748, within(1e-9));
    assertThat(LinearSystems.conditionNumber(identity(5))).isEqualTo(1);
    assertThat(LinearSystems.conditionNumber(Matrix.zeros(2, 2))).isInfinite();
    assertThat(LinearSystems.conditionNumber(Matrix.zeros(0, 0))).isZero();
  }

  @Test
  void namesTheDependentColumn() {
    Matrix a = Matrix.ofRows(new double[][] {{4, 8, 3}, {2, 4, 1}, {1, 2, 0}});
    for (Field field : new Field[] {REAL, LARGE}) {
      assertThat(LinearSystems.invertible(field, a)).isFalse();
      assertThatThrownBy(() -> LinearSystems.inverse(field, a))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("column 1")
          .hasMessageContaining(field.toString());
    }
  }

  @Test
  void refusesShapesThatDoNotFit() {
    Matrix wide = Matrix.zeros(2, 3);
    assertThatThrownBy(() -> LinearSystems.determinant(REAL, wide)).hasMessageContaining("2x3");
    assertThatThrownBy(() -> LinearSystems.conditionNumber(wide)).hasMessageContaining("2x3");
    assertThatThrownBy(() -> LinearSystems.inverse(REAL, wide)).hasMessageContaining("2x3");
    assertThatThrownBy(() -> LinearSystems.solve(REAL, Matrix.zeros(2, 2), Matrix.zeros(3, 1)))
        .hasMessageContaining("2x2")
        .hasMessageContaining("3x1");
  }
}
