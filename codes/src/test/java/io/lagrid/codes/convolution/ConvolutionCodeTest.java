package io.lagrid.codes.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.Primes;
import io.lagrid.codes.Corruptions;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.minors.MinorVerdict;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConvolutionCodeTest {

  private static final long SEED = 20_260_412;

  private final Arithmetic exact = Arithmetic.residues(Primes.largest(2));
  private final Randomness random = Randomness.insecure(SEED);

  /** In three kinds: whole convolutions, hidden ones, and those of which a few sums are wanted. */
  private static List<List<ConvolutionCode>> kinds() {
    return Stream.of(
            List.of(
                ConvolutionParameters.whole(9, 2, 3, 0),
                ConvolutionParameters.whole(7, 1, 1, 0),
                ConvolutionParameters.whole(8, 5, 1, 0),
                ConvolutionParameters.whole(9, 4, 4, 0)),
            List.of(
                ConvolutionParameters.whole(9, 2, 1, 1),
                ConvolutionParameters.whole(9, 1, 1, 3),
                ConvolutionParameters.whole(6, 1, 1, 1)),
            List.of(
                ConvolutionParameters.contraction(9, 3, 0),
                ConvolutionParameters.contraction(10, 2, 2),
                new ConvolutionParameters(8, 3, 2, 0, 1, 2)))
        .map(kind -> kind.stream().map(ConvolutionCode::new).toList())
        .toList();
  }

  private static List<ConvolutionCode> codes() {
    return kinds().stream().flatMap(List::stream).toList();
  }

  private static int workers(ConvolutionCode code) {
    return code.parameters().workers();
  }

  @Test
  void twoAndThreeChunksNeedFourAnswersAndNotSix() {
    assertThat(codes().stream().map(code -> code.parameters().recoveryThreshold()))
        .containsExactly(4, 1, 5, 7, 5, 7, 3, 5, 7, 4);
  }

  @Test
  void everySetOfRRespondersDecodesExactlyAndFewerNever() {
    for (ConvolutionCode code : codes()) {
      for (Arithmetic arithmetic : arithmetics(code)) {
        ScalarRound round = new ScalarRound(code, arithmetic, random);
        int threshold = code.parameters().recoveryThreshold();
        List<Projection> answers =
            IntStream.range(0, workers(code)).mapToObj(round::answer).toList();
        long decoded = 0;
        for (List<Integer> set : Subsets.ofSize(workers(code), threshold)) {
          Decoder decoder = code.newDecoder(arithmetic, 0);
          for (int i = 0; i < threshold; i++) {
            assertThat(decoder.offer(set.get(i), Projection.NONE)).isEqualTo(i == threshold - 1);
          }
          double bound = arithmetic.exact() ? 0 : 1e-7;
          assertThat(round.error((Decoding.Decodable) decoder.outcome(), answers))
              .as("%s, answers of %s, seed %d", code.parameters(), set, SEED)
              .isLessThanOrEqualTo(bound);
          decoded++;
        }
        assertThat(decoded).isEqualTo(Subsets.binomial(workers(code), threshold));
      }
    }
  }

  private List<Arithmetic> arithmetics(ConvolutionCode code) {
    return code.parameters().colluders() == 0 ? List.of(exact, Arithmetic.real()) : List.of(exact);
  }

  @Test
  void everySetOfLiarsIsLocatedHoweverTheyLie() {
    for (ConvolutionCode code : codes()) {
      int most = (workers(code) - code.parameters().recoveryThreshold()) / 2;
      ScalarRound truth = new ScalarRound(code, exact, random);
      ScalarRound other = new ScalarRound(code, exact, random);
      long sets = 0;
      for (int liars = 0; liars <= most; liars++) {
        for (List<Integer> set : Subsets.ofSize(workers(code), liars)) {
          checkLocated(code, truth, answers(code, truth, set, other), set, most);
          checkLocated(code, truth, answers(code, truth, set, null), set, most);
          sets++;
        }
      }
      long expected =
          IntStream.rangeClosed(0, most).mapToLong(k -> Subsets.binomial(workers(code), k)).sum();
      assertThat(sets).isEqualTo(expected);
    }
  }

  /** Liars answer for other data, together; or noise, if there is none. */
  private static List<Projection> answers(
      ConvolutionCode code, ScalarRound truth, List<Integer> liars, @Nullable ScalarRound other) {
    List<Projection> answers = new ArrayList<>();
    for (int worker = 0; worker < workers(code); worker++) {
      boolean lies = liars.contains(worker);
      answers.add(
          !lies ? truth.answer(worker) : other == null ? truth.noise() : other.answer(worker));
    }
    return answers;
  }

  private void checkLocated(
      ConvolutionCode code,
      ScalarRound truth,
      List<Projection> answers,
      List<Integer> liars,
      int adversaries) {
    Decoder decoder = code.newDecoder(exact, adversaries);
    TreeSet<Integer> met = new TreeSet<>();
    for (int worker : shuffled(workers(code))) {
      if (liars.contains(worker)) {
        met.add(worker);
      }
      if (decoder.offer(worker, answers.get(worker))) {
        break;
      }
    }
    Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
    assertThat(decoding.rejected()).as("%s, seed %d", code.parameters(), SEED).isEqualTo(met);
    assertThat(truth.error(decoding, answers)).isZero();
  }

  @Test
  void corruptionBeyondTheRadiusNeverDecodesToAWrongResult() {
    int often = 0;
    for (List<ConvolutionCode> kind : kinds()) {
      for (ConvolutionCode code : kind) {
        int trials = code == kind.get(0) ? Corruptions.TRIALS : Corruptions.FURTHER;
        int most = (workers(code) - code.parameters().recoveryThreshold()) / 2;
        ScalarRound truth = new ScalarRound(code, exact, random);
        Corruptions.Tally tally = truth.corruptions().run(trials, most);
        assertThat(tally.right() + tally.refused()).isEqualTo(trials);
        assertThat(tally.refused()).as("%s, seed %d", code.parameters(), SEED).isPositive();
        often += trials == Corruptions.TRIALS ? 1 : 0;
      }
    }
    assertThat(often).as("kinds tried %d times", Corruptions.TRIALS).isEqualTo(3);
  }

  @Test
  void everySetOfColludersSeesNoiseOfFullRank() {
    for (ConvolutionCode code : codes()) {
      int colluders = code.parameters().colluders();
      for (int operand = 0; colluders > 0 && operand < 2; operand++) {
        for (Field field : exact.planes()) {
          MinorVerdict verdict =
              PrivacyCheck.check(code.encoding(operand, field), field, colluders);
          assertThat(verdict.passed()).isTrue();
          assertThat(verdict.submatrices()).isEqualTo(Subsets.binomial(workers(code), colluders));
        }
      }
    }
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConvolutionParameters.whole(3, 2, 3, 0))
        .withMessageContaining("has R = 4; N ≥ R workers are needed, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConvolutionParameters.whole(3, 0, 3, 0))
        .withMessageContaining("1 to");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConvolutionParameters(9, 2, 3, 0, 2, 4))
        .withMessageContaining("sums are numbered 0 to 3");
    ConvolutionCode hiding = new ConvolutionCode(ConvolutionParameters.whole(9, 2, 1, 1));
    assertThatThrownBy(() -> hiding.encoding(0, Arithmetic.real().plane(0)))
        .isInstanceOf(UnsupportedOperationException.class);
    ConvolutionCode twin = new ConvolutionCode(ConvolutionParameters.whole(9, 2, 1, 1));
    assertThat(twin.parameters()).isEqualTo(hiding.parameters());
  }

  private List<Integer> shuffled(int workers) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, workers).boxed().toList());
    for (int i = workers - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
