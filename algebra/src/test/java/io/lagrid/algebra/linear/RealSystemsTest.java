package io.lagrid.algebra.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Singular values, Cholesky determinants and refined solutions. */
final class RealSystemsTest {

  private final Randomness random = Randomness.insecure(11);

  private Matrix random(int rows, int columns) {
    Matrix a = Matrix.zeros(rows, columns);
    for (int i = 0; i < a.data().length; i++) {
      a.data()[i] = 2 * random.nextDouble() - 1;
    }
    return a;
  }

  private static Matrix product(Matrix a, Matrix b) {
    Matrix c = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int k = 0; k < a.columns(); k++) {
        for (int j = 0; j < b.columns(); j++) {
          c.set(i, j, c.get(i, j) + a.get(i, k) * b.get(k, j));
        }
      }
    }
    return c;
  }

  /** Integers: the Hilbert matrix of order n times lcm(1, …, 2n − 1). */
  private static Matrix hilbert(int n, long multiple) {
    Matrix a = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        long entry = multiple / (i + j + 1);
        a.set(i, j, (double) entry);
      }
    }
    return a;
  }

  @Test
  void singularValuesOfKnownMatrices() {
    assertThat(SingularValues.of(Matrix.ofRows(new double[] {3, 0}, new double[] {0, -5})))
        .containsExactly(5, 3);
    double[] golden = SingularValues.of(Matrix.ofRows(new double[] {1, 1}, new double[] {0, 1}));
    assertThat(golden[0]).isCloseTo((1 + Math.sqrt(5)) / 2, within(1e-15));
    assertThat(golden[1]).isCloseTo((Math.sqrt(5) - 1) / 2, within(1e-15));
    assertThat(SingularValues.conditionNumber(hilbert(6, 27720)))
        .isCloseTo(1.495105864e7, within(1e-1));
    assertThat(SingularValues.conditionNumber(Matrix.zeros(0, 0))).isEqualTo(1);
    assertThat(SingularValues.conditionNumber(Matrix.zeros(2, 2))).isInfinite();
    assertThat(SingularValues.of(Matrix.ofRows(new double[] {1, 1}, new double[] {1, 1}))[1])
        .isZero();
  }

  @Test
  void singularValuesKeepTheNormAndTheDeterminant() {
    for (int n = 1; n <= 12; n++) {
      Matrix a = random(n, n);
      double[] values = SingularValues.of(a);
      double product = 1;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        assertThat(i == 0 || values[i - 1] >= values[i]).isTrue();
        product *= values[i];
        squares += values[i] * values[i];
      }
      double norm = 0;
      for (double entry : a.data()) {
        norm += entry * entry;
      }
      double determinant = LinearSystems.determinant(RealField.instance(), a);
      assertThat(product).isCloseTo(Math.abs(determinant), within(1e-12));
      assertThat(squares).isCloseTo(norm, within(1e-12));
      assertThat(SingularValues.of(random(n, 3))).hasSize(Math.min(n, 3));
    }
  }

  @Test
  void choleskyDeterminantsAreThoseOfElimination() {
    for (int n = 0; n <= 8; n++) {
      Matrix a = random(n + 2, n);
      Matrix gram = product(a.transpose(), a);
      double determinant = LinearSystems.determinant(RealField.instance(), gram);
      assertThat(Cholesky.logDeterminant(gram).orElseThrow())
          .isCloseTo(Math.log(determinant), within(1e-10));
    }
  }

  @Test
  void matricesThatAreNotPositiveDefiniteHaveNone() {
    Matrix a = random(2, 3);
    assertThat(Cholesky.logDeterminant(product(a.transpose(), a))).isEmpty();
    assertThat(Cholesky.logDeterminant(Matrix.ofRows(new double[] {-1}))).isEmpty();
    assertThat(Cholesky.logDeterminant(Matrix.ofRows(new double[] {Double.NaN}))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Cholesky.logDeterminant(a));
  }

  @Test
  void refinedSolutionsAreExactToTheLastDigitsOfIllConditionedSystems() {
    long multiple = 232_792_560; // lcm(1, …, 19)
    Matrix hilbert = hilbert(10, multiple);
    Matrix ones = Matrix.zeros(10, 1);
    Arrays.fill(ones.data(), 1);
    Matrix right = product(hilbert, ones); // integers below 2^53
    Matrix refined = RefinedSystem.of(hilbert).solve(right);
    Matrix plain = LinearSystems.solve(RealField.instance(), hilbert, right);
    double refinedError = 0;
    double plainError = 0;
    for (int i = 0; i < 10; i++) {
      refinedError = Math.max(refinedError, Math.abs(refined.get(i, 0) - 1));
      plainError = Math.max(plainError, Math.abs(plain.get(i, 0) - 1));
    }
    assertThat(refinedError).isLessThan(4e-16);
    assertThat(plainError).isGreaterThan(1e-6);
  }

  @Test
  void systemsThatAreSingularToWorkingPrecisionAreNotSolved() {
    Matrix hilbert = Matrix.zeros(20, 20);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        hilbert.set(i, j, 1.0 / (i + j + 1));
      }
    }
    assertThatThrownBy(() -> RefinedSystem.of(hilbert).solve(random(20, 1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("singular to working precision");
  }

  @Test
  void refinedSystemsCheckTheirInput() {
    assertThatIllegalArgumentException().isThrownBy(() -> RefinedSystem.of(random(2, 3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefinedSystem.of(random(2, 2)).solve(random(3, 1)));
    assertThatThrownBy(() -> RefinedSystem.of(Matrix.zeros(2, 2)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("column 0 of 2");
    assertThat(RefinedSystem.of(Matrix.zeros(0, 0)).solve(Matrix.zeros(0, 2)).columns())
        .isEqualTo(2);
  }
}
