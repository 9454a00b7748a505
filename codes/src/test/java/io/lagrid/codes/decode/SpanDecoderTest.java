package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.rateless.LtParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real rows are judged modulo a prime, which is sound for integers alone. */
final class SpanDecoderTest {

  /** Two answers about one unknown: the second is the given multiple of it. */
  private static final class Multiples extends SpanCode {

    private final Matrix rows;

    Multiples(double second) {
      this.rows = Matrix.ofRows(new double[] {0}, new double[] {second});
    }

    @Override
    public CodeParameters parameters() {
      return new LtParameters(2, 1);
    }

    @Override
    public Encoding encoding(int operand, Field field) {
      return new Encoding(1, 0, rows);
    }

    @Override
    protected Matrix rows(Field field) {
      return rows;
    }

    @Override
    protected Matrix decodeRows(Field field, Matrix basis) {
      return Matrix.ofRows(new double[] {field.inverse(basis.get(0, 0))});
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1 << 23, -(1 << 23), Double.NaN, Double.POSITIVE_INFINITY})
  void entriesThatAreNoElementsOfTheJudgingFieldAreRefused(double entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Multiples(entry).newDecoder(Arithmetic.real(), 0))
        .withMessageContaining("row 1")
        .withMessageContaining("the entry " + entry);
  }

  @Test
  void integersUpToHalfThePrimeAreTaken() {
    int largest = Primes.largest(1).get(0) / 2;
    for (int entry : new int[] {1, -3, largest, -largest}) {
      Decoder decoder = new Multiples(entry).newDecoder(Arithmetic.real(), 0);
      assertThat(decoder.offer(0, Projection.NONE)).isFalse();
      assertThat(decoder.offer(1, Projection.NONE)).isTrue();
      Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
      assertThat(decodable.coefficients().get(0).get(0, 0)).isEqualTo(1.0 / entry);
    }
  }
}
