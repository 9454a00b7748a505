package io.lagrid.algebra.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesPrecisionTest {

  private final Randomness random = Randomness.insecure(31);

  private Matrix doubles(int rows, int columns, double scale) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = scale * (2 * random.nextDouble() - 1);
    }
    return matrix;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-300, 1e200, 3e-9})
  void everyRightOperandOfDoublesFits(double scale) {
    SeriesPrecision series = SeriesPrecision.of(doubles(7, 40, 5), 3, PrecisionLimits.DEFAULT);
    Matrix[] rights = {
      doubles(40, 3, scale), Matrix.zeros(40, 3), onlyOne(scale), doubles(40, 3, scale)
    };
    rights[3].set(7, 1, 1e9 * scale);
    for (Matrix right : rights) {
      ProductPrecision precision = series.next(right);
      assertThat(precision.errorBound()).isLessThanOrEqualTo(0x1p-44);
      assertThat(precision.primes()).isEqualTo(series.primes());
      assertThat(precision.leftBits()).isEqualTo(series.leftBits());
      assertThat(precision.bound()).isLessThanOrEqualTo(series.system().capacity());
    }
  }

  private static Matrix onlyOne(double value) {
    Matrix matrix = Matrix.zeros(40, 3);
    matrix.set(0, 0, value);
    return matrix;
  }

  @Test
  void integersHoldWhateverFitsInt64AndRefuseWhatCannot() {
    LongMatrix left = LongMatrix.ofRows(new long[] {1L << 40, 1});
    SeriesPrecision series = SeriesPrecision.of(left, 1, PrecisionLimits.DEFAULT);
    BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);
    assertThat(series.system().capacity()).isGreaterThanOrEqualTo(largest);
    LongMatrix fits = LongMatrix.ofRows(new long[] {1L << 22}, new long[] {5});
    assertThat(series.next(fits).errorBound()).isZero();
    LongMatrix tooLarge = LongMatrix.ofRows(new long[] {1L << 60}, new long[] {5});
    assertThatThrownBy(() -> series.next(tooLarge))
        .isInstanceOf(UnrepresentableException.class)
        .hasMessageContaining("primes chosen for the left operand");
  }
}
