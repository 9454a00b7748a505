package io.lagrid.algebra.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PolynomialsTest {

  private static final PrimeField THREE = PrimeField.of(3);
  private static final PrimeField LARGE = PrimeField.of(8380417);

  /** The polynomial whose coefficients are the digits of {@code index} in base 3. */
  private static double[] ternary(int index, int length) {
    double[] polynomial = new double[length];
    int rest = index;
    for (int k = 0; k < length; k++) {
      polynomial[k] = rest % 3 - 1;
      rest /= 3;
    }
    return polynomial;
  }

  static double[] random(PrimeField field, int length, long seed) {
    double[] polynomial = new double[length];
    Randomness.insecure(seed).fill(field, polynomial, 0, length);
    return polynomial;
  }

  private static double[] naiveProduct(PrimeField field, double[] a, double[] b) {
    double[] product = new double[Math.max(0, a.length + b.length - 1)];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
      }
    }
    return Polynomials.normalise(product);
  }

  @Test
  void everyPairOfShortPolynomialsOverGf3() {
    int divisions = 0;
    for (int i = 0; i < 243; i++) {
      double[] a = ternary(i, 5);
      for (int j = 0; j < 27; j++) {
        double[] b = ternary(j, 3);
        double[] product = Polynomials.multiply(THREE, a, b);
        assertThat(product).isEqualTo(naiveProduct(THREE, a, b));
        assertThat(Polynomials.subtract(THREE, Polynomials.add(THREE, a, b), b))
            .isEqualTo(Polynomials.normalise(a));
        if (Polynomials.degree(b) >= 0) {
          assertDivides(THREE, a, b);
          divisions++;
        }
      }
    }
    assertThat(divisions).isEqualTo(243 * 26);
  }

  private static void assertDivides(PrimeField field, double[] a, double[] b) {
    Division division = Division.of(field, a, b);
    double[] product = Polynomials.multiply(field, division.quotient(), b);
    assertThat(Polynomials.add(field, product, division.remainder()))
        .as("%s / %s", Arrays.toString(a), Arrays.toString(b))
        .isEqualTo(Polynomials.normalise(a));
    assertThat(Polynomials.degree(division.remainder())).isLessThan(Polynomials.degree(b));
  }

  @Test
  void longPolynomialsAreReducedInTime() {
    double[] a = new double[1400];
    int half = (LARGE.prime() - 1) / 2;
    Arrays.fill(a, half);
    double[] b = new double[700];
    Arrays.fill(b, -half);
    assertThat(Polynomials.multiply(LARGE, a, b)).isEqualTo(naiveProduct(LARGE, a, b));
    assertDivides(LARGE, a, b);
    assertDivides(LARGE, random(LARGE, 1500, 1), random(LARGE, 600, 2));
    assertDivides(LARGE, b, a);
  }

  @Test
  void evaluationIsAHomomorphism() {
    double[] a = random(LARGE, 30, 3);
    double[] b = random(LARGE, 21, 4);
    double[] points = random(LARGE, 17, 5);
    double[] values = Polynomials.evaluate(LARGE, Polynomials.multiply(LARGE, a, b), points);
    for (int i = 0; i < points.length; i++) {
      double product =
          LARGE.multiply(
              Polynomials.evaluate(LARGE, a, points[i]), Polynomials.evaluate(LARGE, b, points[i]));
      assertThat(values[i]).isEqualTo(product);
    }
    assertThat(Polynomials.evaluate(LARGE, new double[0], 5)).isZero();
  }

  @Test
  void interpolationInvertsEvaluation() {
    for (int n : new int[] {0, 1, 2, 5, 33, 600}) {
      double[] polynomial = Polynomials.normalise(random(LARGE, n, 6 + n));
      double[] nodes = new double[n];
      Arrays.setAll(nodes, i -> i - n / 2);
      double[] values = Polynomials.evaluate(LARGE, polynomial, nodes);
      assertThat(Polynomials.interpolate(LARGE, nodes, values))
          .as("n = %d", n)
          .isEqualTo(polynomial);
    }
  }

  @Test
  void rootsAreRoots() {
    double[] roots = {3, -1, 3};
    double[] polynomial = Polynomials.fromRoots(LARGE, roots);
    assertThat(polynomial).containsExactly(9, 3, -5, 1); // (x − 3)²(x + 1)
    assertThat(Polynomials.evaluate(LARGE, polynomial, roots)).containsOnly(0);
  }

  @Test
  void derivativesObeyTheProductRule() {
    double[] a = random(LARGE, 12, 8);
    double[] b = random(LARGE, 9, 9);
    double[] left = Polynomials.derivative(LARGE, Polynomials.multiply(LARGE, a, b));
    double[] first = Polynomials.multiply(LARGE, Polynomials.derivative(LARGE, a), b);
    double[] second = Polynomials.multiply(LARGE, a, Polynomials.derivative(LARGE, b));
    assertThat(left).isEqualTo(Polynomials.add(LARGE, first, second));
    assertThat(Polynomials.derivative(THREE, new double[] {1, 1, 1, 1})).containsExactly(1, -1);
    assertThat(Polynomials.derivative(THREE, new double[0])).isEmpty();
  }

  @Test
  void zeroAndLeadingZeros() {
    double[] padded = {0, 2, 0, 0};
    assertThat(Polynomials.degree(padded)).isEqualTo(1);
    assertThat(Polynomials.degree(new double[3])).isEqualTo(-1);
    assertThat(Polynomials.normalise(padded)).containsExactly(0, 2);
    assertThat(Polynomials.multiply(LARGE, new double[2], padded)).isEmpty();
    assertThat(Polynomials.multiply(LARGE, padded, new double[2])).isEmpty();
    assertThat(Polynomials.scale(LARGE, 3, padded)).containsExactly(0, 6);
    assertThat(Polynomials.scale(LARGE, 0, padded)).isEmpty();
    assertThat(padded).containsExactly(0, 2, 0, 0);
  }

  @Test
  void refusesDivisionByZeroAndMissingValues() {
    assertThatThrownBy(() -> Division.of(LARGE, new double[] {1}, new double[2]))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Polynomials.interpolate(LARGE, new double[2], new double[1]))
        .hasMessageContaining("2 nodes")
        .hasMessageContaining("1 values");
    assertThatThrownBy(() -> Polynomials.interpolate(LARGE, new double[2], new double[2]))
        .isInstanceOf(ArithmeticException.class);
  }
}
