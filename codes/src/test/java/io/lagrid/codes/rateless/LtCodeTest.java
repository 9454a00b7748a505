package io.lagrid.codes.rateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
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
  void everySetOfSumsThatPeelsIsDecodedToWhatPeelingFinds() {
    int[][] cases = {{9, 6}, {8, 5}, {7, 4}, {10, 7}};
    long sets = 0;
    long peeled = 0;
    long decoded = 0;
    for (int[] each : cases) {
      LtCode code = new LtCode(new LtParameters(each[0], each[1]));
      NaiveSums sums = new NaiveSums(code);
      long[] blocks = LongStream.range(0, each[1]).map(block -> 1_000 + block * block).toArray();
      for (List<Integer> workers : Subsets.all(each[0])) {
        Map<Integer, Long> given = sums.of(workers, blocks);
        long[] peels = values(sums.peel(given));
        Optional<long[]> decodes = decoded(code, given);
        assertThat(decodes.isPresent()).isEqualTo(sums.determine(workers));
        if (peels.length == each[1]) {
          assertThat(peels).isEqualTo(blocks);
          assertThat(decodes).as("%s, %s", code.parameters(), workers).isPresent();
          peeled++;
        }
        decodes.ifPresent(values -> assertThat(values).isEqualTo(blocks));
        decoded += decodes.isPresent() ? 1 : 0;
        sets++;
      }
    }
    assertThat(sets).isEqualTo(512 + 256 + 128 + 1024);
    assertThat(peeled).as("elimination needs fewer answers").isPositive().isLessThan(decoded);
  }

  private static long[] values(Map<Integer, Long> blocks) {
    return new TreeMap<>(blocks).values().stream().mapToLong(value -> value).toArray();
  }

  /** What the code's own decoder makes of sums over a prime field, if it is satisfied with them. */
  private static Optional<long[]> decoded(LtCode code, Map<Integer, Long> sums) {
    Arithmetic arithmetic = Arithmetic.residues(Primes.largest(1));
    Field field = arithmetic.plane(0);
    Decoder decoder = code.newDecoder(arithmetic, 0);
    sums.keySet().forEach(worker -> decoder.offer(worker, Projection.NONE));
    if (!(decoder.outcome() instanceof Decoding.Decodable decodable)) {
      return Optional.empty();
    }
    Matrix rows = decodable.coefficients().get(0);
    long[] values = new long[rows.rows()];
    for (int block = 0; block < values.length; block++) {
      double sum = 0;
      for (int i = 0; i < rows.columns(); i++) {
        double answer = field.of(sums.getOrDefault(decodable.used().get(i), 0L));
        sum = field.add(sum, field.multiply(rows.get(block, i), answer));
      }
      values[block] = (long) sum;
    }
    return Optional.of(values);
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
