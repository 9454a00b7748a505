package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R = 3 of N = 9 workers at the points 1, …, 9 of GF(101), A = 2, one trial in one plane. */
final class ThresholdDecoderTest {

  private final EntangledCode code = new EntangledCode(EntangledParameters.matdot(9, 2, 0));
  private final Decoder decoder = code.newDecoder(Arithmetic.residues(List.of(101)), 2);

  /** The value of x² + 1 at the worker's point, plus an error. */
  private boolean offer(int worker, int error) {
    double value = (worker + 1) * (worker + 1) + 1 + error;
    double balanced = value - 101 * Math.rint(value / 101);
    return decoder.offer(worker, new Projection(List.of(new double[] {balanced})));
  }

  @Test
  void withoutLiarsRPlusAAnswersSuffice() {
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(0, 5));
    assertThat(decoder.reachable(List.of(0, 1, 2, 3))).isFalse();
    for (int worker : new int[] {8, 1, 6, 3}) {
      assertThat(offer(worker, 0)).isFalse();
    }
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(4, 5));
    assertThat(decoder.reachable(List.of(8, 1, 6, 3))).isFalse();
    assertThat(decoder.reachable(List.of(8, 0))).isTrue();
    assertThat(offer(4, 0)).isTrue();
    Decoding.Decodable decodable = (Decoding.Decodable) decoder.outcome();
    assertThat(decodable.used()).containsExactly(1, 6, 8);
    assertThat(decodable.rejected()).isEmpty();
  }

  @Test
  void everyLocatedLiarAsksForOneMoreAnswer() {
    offer(0, 5);
    offer(1, 0);
    offer(2, 0);
    offer(3, 0);
    assertThat(offer(4, 0)).isFalse();
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(5, 6));
    assertThat(offer(5, 7)).isFalse();
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(6, 7));
    assertThat(decoder.reachable(List.of())).isFalse();
    assertThat(offer(6, 0)).isTrue();
    assertThat(((Decoding.Decodable) decoder.outcome()).rejected()).containsExactly(0, 5);
    assertThat(((Decoding.Decodable) decoder.outcome()).used()).containsExactly(1, 2, 3);
  }

  @Test
  void threeLiarsAreInconsistentAndSuspectedOnceTheWordIsLongEnough() {
    int[] errors = {3, 1, 4, 0, 0, 0, 0};
    for (int worker = 0; worker < 7; worker++) {
      assertThat(offer(worker, errors[worker])).isFalse();
    }
    assertThat(decoder.outcome()).isInstanceOf(Decoding.Inconsistent.class);
    assertThat(decoder.reachable(List.of(7, 8))).isFalse();
    offer(7, 0);
    assertThat(offer(8, 0)).isFalse();
    Decoding.Inconsistent inconsistent = (Decoding.Inconsistent) decoder.outcome();
    assertThat(inconsistent.suspects()).containsExactly(0, 1, 2);
    assertThat(inconsistent.needed()).isEqualTo(7);
    assertThat(inconsistent.answered()).isEqualTo(9);
  }

  @Test
  void answersAfterTheEndAreStillJudged() {
    for (int worker = 0; worker < 5; worker++) {
      offer(worker, 0);
    }
    assertThat(offer(5, 9)).isTrue();
    assertThat(((Decoding.Decodable) decoder.outcome()).rejected()).containsExactly(5);
  }

  @Test
  void oneLiarMoreThanToleratedCanFoolAnyDecoder() {
    // Three liars answer x² + 1 + 7(x − 4)(x − 5), which agrees with the truth at workers 3 and 4:
    // these five answers are consistent. The requirement R + S + 2A ≤ N is tight.
    for (int worker : new int[] {0, 1, 3, 4}) {
      assertThat(offer(worker, 7 * (worker - 3) * (worker - 4))).isFalse();
    }
    assertThat(offer(2, 7 * (2 - 3) * (2 - 4))).isTrue();
    assertThat(((Decoding.Decodable) decoder.outcome()).rejected()).isEmpty();
  }
}
