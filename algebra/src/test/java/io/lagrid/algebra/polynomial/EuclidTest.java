package io.lagrid.algebra.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.PrimeField;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EuclidTest {

  private static final PrimeField FIELD = PrimeField.of(8380417);

  @Test
  void theRemainderIsTheCofactorTimesB() {
    double[] a = PolynomialsTest.random(FIELD, 41, 1);
    double[] b = PolynomialsTest.random(FIELD, 38, 2);
    for (int stop = 0; stop <= 40; stop++) {
      Euclid euclid = Euclid.partial(FIELD, a, b, stop);
      double[] product = Polynomials.multiply(FIELD, euclid.cofactor(), b);
      double[] difference = Polynomials.subtract(FIELD, product, euclid.remainder());
      assertThat(Division.of(FIELD, difference, a).remainder()).as("stop %d", stop).isEmpty();
      assertThat(Polynomials.degree(euclid.remainder())).isLessThan(stop == 0 ? 0 : stop);
      assertThat(Polynomials.degree(euclid.cofactor())).isLessThanOrEqualTo(Math.max(0, 40 - stop));
    }
  }

  @Test
  void runToTheEndItFindsTheGreatestCommonDivisor() {
    double[] common = Polynomials.fromRoots(FIELD, new double[] {5, -7});
    double[] a = Polynomials.multiply(FIELD, common, new double[] {1, 0, 3, 1});
    double[] b = Polynomials.multiply(FIELD, common, new double[] {2, 1});
    double[] divisor = Euclid.partial(FIELD, a, b, 3).remainder();
    double[] monic = Polynomials.scale(FIELD, FIELD.inverse(divisor[2]), divisor);
    assertThat(monic).isEqualTo(common);
    assertThat(Euclid.partial(FIELD, a, b, 2).remainder()).isEmpty();
  }

  @Test
  void correctsEveryPatternOfTwoErrors() {
    double[] points = {-4, -3, -2, -1, 0, 1, 2, 3, 4};
    double[] message = {17, -5, 123456, 3, 99};
    double[] word = Polynomials.evaluate(FIELD, message, points);
    double[] nodePolynomial = Polynomials.fromRoots(FIELD, points);
    int cases = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j <= i; j++) {
        double[] received = word.clone();
        received[i] = FIELD.add(received[i], 1000 + j);
        received[j] = FIELD.add(received[j], -7 - i);
        double[] through = Polynomials.interpolate(FIELD, points, received);
        Euclid euclid = Euclid.partial(FIELD, nodePolynomial, through, (9 + 5) / 2);
        Division division = Division.of(FIELD, euclid.remainder(), euclid.cofactor());
        assertThat(division.remainder()).isEmpty();
        assertThat(division.quotient()).as("errors at %d and %d", i, j).isEqualTo(message);
        cases++;
      }
    }
    assertThat(cases).isEqualTo(9 * 10 / 2);
  }

  @Test
  void stopsAtOnceWhenBIsShort() {
    Euclid euclid = Euclid.partial(FIELD, new double[] {0, 0, 1}, new double[] {3, 0}, 1);
    assertThat(euclid.remainder()).containsExactly(3);
    assertThat(euclid.cofactor()).containsExactly(1);
    assertThat(Euclid.partial(FIELD, new double[] {1}, new double[0], 0).remainder()).isEmpty();
  }

  @Test
  void refusesBOfTooHighADegree() {
    double[] a = {1, 2};
    assertThatThrownBy(() -> Euclid.partial(FIELD, a, a, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("degrees 1 and 1");
    assertThatThrownBy(() -> Euclid.partial(FIELD, a, Arrays.copyOf(a, 1), -1))
        .hasMessageContaining("-1");
  }
}
