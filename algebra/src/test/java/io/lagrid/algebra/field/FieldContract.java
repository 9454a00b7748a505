package io.lagrid.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The laws every field obeys. Over the reals the elements tried are small integers, on which
 * doubles are exact, and only inverses are compared with a tolerance.
 */
abstract class FieldContract {

  private static final int ALL = 40;
  private static final long SEED = 20260101;

  private final Field field;
  private final double[] elements;

  FieldContract(Field field) {
    this.field = field;
    this.elements = elements(field);
  }

  /** All elements of a small field; zero, one, the border and random ones of a large field. */
  private static double[] elements(Field field) {
    if (!field.exact() || field.modulus() < ALL) {
      int half = field.exact() ? (int) (field.modulus() - 1) / 2 : ALL / 2;
      return java.util.stream.IntStream.rangeClosed(-half, half).asDoubleStream().toArray();
    }
    double[] elements = new double[ALL];
    Randomness.insecure(SEED).fill((PrimeField) field, elements, 0, ALL);
    double half = (field.modulus() - 1) / 2;
    System.arraycopy(new double[] {0, 1, -1, half, -half, half - 1}, 0, elements, 0, 6);
    return elements;
  }

  @Test
  void additionIsAnAbelianGroup() {
    for (double a : elements) {
      assertThat(field.add(a, 0)).as("%s + 0", a).isEqualTo(a);
      assertThat(field.subtract(a, a)).as("%s - itself", a).isEqualTo(0.0);
      for (double b : elements) {
        assertThat(field.add(a, b)).as("%s + %s", a, b).isEqualTo(field.add(b, a));
        assertThat(field.add(field.subtract(a, b), b))
            .as("%s - %s + the latter", a, b)
            .isEqualTo(a);
        for (double c : elements) {
          assertThat(field.add(field.add(a, b), c)).isEqualTo(field.add(a, field.add(b, c)));
        }
      }
    }
  }

  @Test
  void multiplicationIsCommutativeAssociativeAndDistributive() {
    for (double a : elements) {
      assertThat(field.multiply(a, 1)).as("%s * 1", a).isEqualTo(a);
      for (double b : elements) {
        double ab = field.multiply(a, b);
        assertThat(ab).as("%s * %s", a, b).isEqualTo(field.multiply(b, a));
        for (double c : elements) {
          assertThat(field.multiply(ab, c)).isEqualTo(field.multiply(a, field.multiply(b, c)));
          assertThat(field.add(ab, field.multiply(a, c)))
              .isEqualTo(field.multiply(a, field.add(b, c)));
        }
      }
    }
  }

  @Test
  void everythingButZeroHasAnInverse() {
    for (double a : elements) {
      if (a == 0) {
        assertThatThrownBy(() -> field.inverse(a)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> field.divide(1, a)).isInstanceOf(ArithmeticException.class);
      } else {
        double tolerance = field.exact() ? 0 : 0x1p-52;
        assertThat(field.multiply(a, field.inverse(a))).isCloseTo(1, within(tolerance));
        assertThat(field.multiply(a, field.divide(3, a)))
            .isCloseTo(field.of(3L), within(4 * tolerance));
      }
    }
  }

  @Test
  void powersAreRepeatedProducts() {
    for (double a : Arrays.copyOf(elements, 7)) {
      double power = 1;
      for (int k = 0; k < 10; k++) {
        assertThat(field.power(a, k)).as("%s^%d", a, k).isEqualTo(power);
        power = field.multiply(power, a);
      }
    }
    assertThatThrownBy(() -> field.power(1, -1)).hasMessageContaining("-1");
  }

  @Test
  void integersMapHomomorphically() {
    long[] integers = {0, 1, -1, 5, -17, 1000, -1234};
    for (long m : integers) {
      for (long n : integers) {
        assertThat(field.of(m + n)).isEqualTo(field.add(field.of(m), field.of(n)));
        assertThat(field.of(m * n)).isEqualTo(field.multiply(field.of(m), field.of(n)));
      }
    }
  }

  @Test
  void reducesAsManyAccumulatedProductsAsItSays() {
    double largest = field.exact() ? (field.modulus() - 1) / 2 : 3;
    int depth = Math.min(field.panelDepth(), 2000);
    double sum = largest;
    double expected = largest;
    for (int k = 0; k < depth; k++) {
      sum = Math.fma(largest, largest, sum);
      expected = field.add(expected, field.multiply(largest, largest));
    }
    double[] values = {7.5, sum, -sum, 7.5};
    field.reduce(values, 1, 3);
    assertThat(values).containsExactly(7.5, expected, field.subtract(0, expected), 7.5);
    assertThatThrownBy(() -> field.reduce(values, 3, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
