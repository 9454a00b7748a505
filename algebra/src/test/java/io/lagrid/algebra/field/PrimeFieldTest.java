package io.lagrid.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeFieldTest {

  private static final long EXACT = 1L << 53;

  @Nested
  class Three extends FieldContract {
    Three() {
      super(PrimeField.of(3));
    }
  }

  @Nested
  class ThirtySeven extends FieldContract {
    ThirtySeven() {
      super(PrimeField.of(37));
    }
  }

  @Nested
  class Middle extends FieldContract {
    Middle() {
      super(PrimeField.of(7340033));
    }
  }

  @Nested
  class Largest extends FieldContract {
    Largest() {
      super(PrimeField.of(8388593));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 12289, 7340033, 8380417, 8388593})
  void reducesExactlyAtTheBordersOfResidues(int prime) {
    PrimeField field = PrimeField.of(prime);
    long limit = prime == 3 ? EXACT / 2 : EXACT;
    long[] anchors = {0, 1L << 40, 1L << 50, 1L << 51, 7L << 49, limit - 2L * prime, limit};
    for (long anchor : anchors) {
      long multiple = anchor / prime * prime;
      for (long near : new long[] {multiple, multiple + prime / 2, multiple - prime / 2, anchor}) {
        for (long x = near - 3; x <= Math.min(near + 3, limit); x++) {
          assertReduced(field, x);
          assertReduced(field, -x);
        }
      }
    }
  }

  @Test
  void reducesRandomIntegersOfEverySize() {
    long seed = 7;
    Randomness randomness = Randomness.insecure(seed);
    PrimeField field = PrimeField.of(8388593);
    for (int i = 0; i < 20_000; i++) {
      assertReduced(field, randomness.nextLong() >> (10 + i % 54));
    }
  }

  private static void assertReduced(PrimeField field, long x) {
    long residue = Math.floorMod(x, field.prime());
    long balanced = residue > field.prime() / 2 ? residue - field.prime() : residue;
    double expected = (double) balanced;
    double[] bulk = {(double) x};
    field.reduce(bulk, 0, 1);
    assertSameBits(field.reduce((double) x), expected, x + " in " + field);
    assertSameBits(bulk[0], expected, x + " in " + field + ", in bulk");
    assertThat(field.contains(expected)).isTrue();
  }

  @Test
  void zeroIsPositive() {
    PrimeField field = PrimeField.of(7);
    assertSameBits(field.multiply(-1, 0), 0.0, "-1 * 0");
    assertSameBits(field.reduce(-0.0), 0.0, "-0.0");
    assertSameBits(field.reduce(-7), 0.0, "-7");
  }

  /** Unlike ==, tells −0.0 from 0.0. */
  private static void assertSameBits(double actual, double expected, String what) {
    assertThat(Double.doubleToLongBits(actual))
        .as("%s: %s, not %s", what, expected, actual)
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  @Test
  void everyLongHasAnElement() {
    PrimeField field = PrimeField.of(8388593);
    assertThat(field.of(Long.MIN_VALUE))
        .isEqualTo(field.subtract(field.of(-Long.MAX_VALUE), field.of(1L)));
    assertThat(field.of(Long.MAX_VALUE)).isEqualTo(-field.of(-Long.MAX_VALUE));
  }

  @Test
  void knowsItsElements() {
    PrimeField field = PrimeField.of(7);
    assertThat(List.of(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)).allMatch(field::contains);
    assertThat(List.of(-4.0, 4.0, 0.5, Double.NaN)).noneMatch(field::contains);
  }

  @ParameterizedTest
  @ValueSource(ints = {-7, 0, 1, 2, 9, 8388607, 8388608, 8388617, Integer.MAX_VALUE})
  void refusesWhatIsNotAnOddPrimeBelowTheLimit(int prime) {
    assertThatThrownBy(() -> PrimeField.of(prime))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(prime))
        .hasMessageContaining("8388608");
  }

  @Test
  void equalPrimesMakeEqualFields() {
    assertThat(PrimeField.of(5)).isEqualTo(PrimeField.of(5)).hasSameHashCodeAs(PrimeField.of(5));
    assertThat(PrimeField.of(5)).isNotEqualTo(PrimeField.of(7)).isNotEqualTo(null);
    assertThat(PrimeField.of(5)).hasToString("GF(5)");
  }
}
