package io.lagrid.codes.rateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LtCodeTest {

  private static final long SEED = 7;

  @Test
  void allAnswersTogetherAlwaysSuffice() {
    int codes = 0;
    for (int workers = 1; workers <= 20; workers++) {
      for (int blocks = 1; blocks <= workers; blocks++) {
        LtCode code = new LtCode(new LtParameters(workers, blocks));
        assertThat(LinearSystems.rank(RealField.instance(), code.rows(RealField.instance())))
            .as("%s", code.parameters())
            .isEqualTo(blocks);
        codes++;
      }
    }
    assertThat(codes).isEqualTo(210);
  }

  @Test
  void aFewMoreAnswersThanBlocksSufficeInWhateverOrderTheyCome() {
    Randomness random = Randomness.insecure(SEED);
    LtCode code = new LtCode(new LtParameters(192, 96));
    int trials = 60;
    double sum = 0;
    for (int trial = 0; trial < trials; trial++) {
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      int answers = 1;
      List<Integer> order = shuffled(192, random);
      while (!decoder.offer(order.get(answers - 1), Projection.NONE)) {
        answers++;
      }
      assertThat(answers).as("trial %d, seed %d", trial, SEED).isBetween(96, 160);
      sum += answers;
    }
    assertThat(sum / trials).as("mean number of answers, seed %d", SEED).isLessThan(1.15 * 96);
  }

  private static List<Integer> shuffled(int count, Randomness random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    return order;
  }

  @Test
  void whatCannotBeDecodedAnyMoreIsKnownAtOnce() {
    LtCode code = new LtCode(new LtParameters(12, 10));
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    assertThat(decoder.reachable(shuffled(12, Randomness.insecure(SEED)))).isTrue();
    assertThat(decoder.reachable(Collections.nCopies(3, 5))).isFalse();
  }

  @Test
  void degreesFollowTheFormula() {
    int blocks = 100;
    RobustSoliton law = new RobustSoliton(blocks);
    double sum = 0;
    for (int d = 1; d <= blocks; d++) {
      assertThat(law.probability(d)).isNotNegative();
      sum += law.probability(d);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    // ρ(2) = 1/2, ρ(3) = 1/6 and τ(d) = r/(100 d): the constant of proportionality cancels.
    double r = 0.03 * Math.log(200) * 10;
    double expected = (0.5 + r / 200) / (1.0 / 6 + r / 300);
    assertThat(law.probability(2) / law.probability(3)).isCloseTo(expected, within(1e-12));
    int[] counts = new int[blocks + 1];
    Randomness random = Randomness.insecure(SEED);
    for (int i = 0; i < 20_000; i++) {
      counts[law.draw(random)]++;
    }
    for (int d = 1; d <= 4; d++) { // five standard deviations
      double mean = 20_000 * law.probability(d);
      assertThat((double) counts[d]).isCloseTo(mean, within(5 * Math.sqrt(mean)));
    }
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LtParameters(3, 4))
        .withMessage("m = 4 row blocks on N = 3 workers; 1 ≤ m ≤ N is legal");
  }
}
