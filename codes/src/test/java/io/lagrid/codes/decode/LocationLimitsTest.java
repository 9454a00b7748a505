package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Primes;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.codes.product.RepetitionCode;
import io.lagrid.codes.product.RepetitionParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decoders that locate liars refuse at the door; R = 3 and R = 1 of N = 6 workers. */
final class LocationLimitsTest {

  private final Arithmetic exact = Arithmetic.residues(Primes.largest(2));
  private final List<Code> codes =
      List.of(
          new EntangledCode(EntangledParameters.matdot(6, 2, 0)),
          new RepetitionCode(new RepetitionParameters(6, new ProductGrid(1, Partition.WHOLE))));

  private static Projection scalars(double[] first, double[] second) {
    return new Projection(List.of(first, second));
  }

  @Test
  void projectionsOfAWrongKindAreRefused() {
    for (Code code : codes) {
      Decoder decoder = code.newDecoder(exact, 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.offer(0, Projection.NONE))
          .withMessageContaining("0 planes");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.offer(0, scalars(new double[0], new double[0])))
          .withMessageContaining("0 scalars");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.offer(0, scalars(new double[] {1}, new double[] {0.5})))
          .withMessageContaining("0.5");
      decoder.offer(0, scalars(new double[] {1}, new double[] {1}));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.offer(1, scalars(new double[] {1, 2}, new double[] {1, 2})))
          .withMessageContaining("2 scalars");
    }
  }

  @Test
  void aRefusedAnswerDoesNotCount() {
    for (Code code : codes) {
      Decoder decoder = code.newDecoder(exact, 1);
      Projection notANumber = scalars(new double[] {Double.NaN}, new double[] {1});
      assertThatIllegalArgumentException().isThrownBy(() -> decoder.offer(0, notANumber));
      assertThat(decoder.offer(0, scalars(new double[] {1}, new double[] {1}))).isFalse();
    }
  }
}
