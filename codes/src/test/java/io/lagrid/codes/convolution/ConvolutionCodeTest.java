package io.lagrid.codes.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.Primes;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConvolutionCodeTest {

  private static final long SEED = 20_260_412;
  private static final int WORKERS = 9;
  private static final int CORRUPTIONS = 100_000;

  private final Arithmetic exact = Arithmetic.residues(Primes.largest(2));
  private final Randomness random = Randomness.insecure(SEED);

  private static List<ConvolutionCode> codes() {
    return List.of(
            ConvolutionParameters.whole(WORKERS, 2, 3, 0),
            ConvolutionParameters.whole(WORKERS, 1, 1, 0),
            ConvolutionParameters.whole(WORKERS, 5, 1, 0),
            ConvolutionParameters.whole(WORKERS, 4, 4, 0),
            ConvolutionParameters.whole(WORKERS, 2, 1, 1),
            ConvolutionParameters.whole(WORKERS, 1, 1, 3),
            ConvolutionParameters.contraction(WORKERS, 3, 0),
            ConvolutionParameters.contraction(WORKERS, 2, 2),
            new ConvolutionParameters(WORKERS, 3, 2, 0, 1, 2))
        .stream()
        .map(ConvolutionCode::new)
        .toList();
  }

  @Test
  void twoAndThreeChunksNeedFourAnswersAndNotSix() {
    assertThat(codes().stream().map(code -> code.parameters().recoveryThreshold()))
        .containsExactly(4, 1, 5, 7, 5, 7, 5, 7, 4);
  }

  @Test
  void everySetOfRRespondersDecodesExactlyAndFewerNever() {
    for (ConvolutionCode code : codes()) {
      for (Arithmetic arithmetic : arithmetics(code)) {
        ScalarRound round = new ScalarRound(code, arithmetic, random);
        int threshold = code.parameters().recoveryThreshold();
        List<Projection> answers = IntStream.range(0, WORKERS).mapToObj(round::answer).toList();
        long decoded = 0;
        for (List<Integer> set : Subsets.ofSize(WORKERS, threshold)) {
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
        assertThat(decoded).isEqualTo(Subsets.binomial(WORKERS, threshold));
      }
    }
  }

  private List<Arithmetic> arithmetics(ConvolutionCode code) {
    return code.parameters().colluders() == 0 ? List.of(exact, Arithmetic.real()) : List.of(exact);
  }

  @Test
  void everySetOfLiarsIsLocatedHoweverTheyLie() {
    for (ConvolutionCode code : codes()) {
      int most = (WORKERS - code.parameters().recoveryThreshold()) / 2;
      ScalarRound truth = new ScalarRound(code, exact, random);
      ScalarRound other = new ScalarRound(code, exact, random);
      long sets = 0;
      for (int liars = 0; liars <= most; liars++) {
        for (List<Integer> set : Subsets.ofSize(WORKERS, liars)) {
          checkLocated(code, truth, answers(truth, set, other), set, most);
          checkLocated(code, truth, answers(truth, set, null), set, most);
          sets++;
        }
      }
      long expected =
          IntStream.rangeClosed(0, most).mapToLong(k -> Subsets.binomial(WORKERS, k)).sum();
      assertThat(sets).isEqualTo(expected);
    }
  }

  /** Liars answer for other data, together; or noise, if there is none. */
  private static List<Projection> answers(
      ScalarRound truth, List<Integer> liars, @Nullable ScalarRound other) {
    List<Projection> answers = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
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
    for (int worker : shuffled()) {
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
    List<ConvolutionCode> codes =
        codes().stream()
            .filter(code -> code.parameters().recoveryThreshold() <= WORKERS - 2)
            .toList();
    long refused = 0;
    for (int trial = 0; trial < CORRUPTIONS; trial++) {
      ConvolutionCode code = codes.get(trial % codes.size());
      int most = (WORKERS - code.parameters().recoveryThreshold()) / 2;
      int adversaries = 1 + random.nextInt(most);
      ScalarRound truth = new ScalarRound(code, exact, random);
      int liars = adversaries + 1 + random.nextInt(WORKERS - adversaries);
      List<Projection> answers = answers(truth, shuffled().subList(0, liars), null);
      Decoder decoder = code.newDecoder(exact, adversaries);
      boolean enough = false;
      for (int worker = 0; worker < WORKERS && !enough; worker++) {
        enough = decoder.offer(worker, answers.get(worker));
      }
      if (decoder.outcome() instanceof Decoding.Decodable decoding) {
        assertThat(truth.error(decoding, answers)).as("trial %d, seed %d", trial, SEED).isZero();
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(CORRUPTIONS / 2);
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
          assertThat(verdict.submatrices()).isEqualTo(Subsets.binomial(WORKERS, colluders));
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

  private List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, WORKERS).boxed().toList());
    for (int i = WORKERS - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
