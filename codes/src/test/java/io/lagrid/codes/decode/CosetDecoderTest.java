package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.polynomial.Polynomials;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.codes.Subsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CosetDecoderTest {

  private static final long SEED = 20_260_417;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Randomness random = Randomness.insecure(SEED);

  private static final class Words {
    private final Coset coset;
    private final int[] numbers;
    private final double[] points;

    Words(PrimeField field, int log, int[] numbers) {
      this.coset = new Coset(field, log, Coset.outside(field, log));
      this.numbers = numbers;
      double[] all = coset.points(coset.size());
      this.points = Arrays.stream(numbers).mapToDouble(i -> all[i]).toArray();
    }
  }

  private double[] codeword(Words words, int dimension) {
    double[] polynomial = new double[dimension];
    random.fill(field, polynomial, 0, dimension);
    return Polynomials.evaluate(field, polynomial, words.points);
  }

  @Test
  void everySetOfErrorsInEveryPuncturedWordIsFound() {
    int dimension = 2;
    long found = 0;
    for (List<Integer> present : Subsets.ofSize(8, 6)) {
      Words words = new Words(field, 3, present.stream().mapToInt(i -> i).toArray());
      CosetDecoder decoder = new CosetDecoder(words.coset, words.numbers, dimension);
      assertThat(decoder.radius()).isEqualTo(2);
      for (int errors = 0; errors <= 2; errors++) {
        for (List<Integer> wrong : Subsets.ofSize(6, errors)) {
          double[] word = codeword(words, dimension);
          wrong.forEach(i -> word[i] = field.add(word[i], 1 + random.nextInt(1000)));
          assertThat(decoder.errors(word))
              .as("present %s, wrong %s, seed %d", present, wrong, SEED)
              .hasValueSatisfying(
                  at -> assertThat(at).containsExactly(wrong.stream().mapToInt(i -> i).toArray()));
          found++;
        }
      }
    }
    assertThat(found).isEqualTo(Subsets.binomial(8, 6) * (1 + 6 + 15));
  }

  @Test
  void itSaysWhatGaosDecoderSaysOfAnyWord() {
    int agreed = 0;
    for (int trial = 0; trial < 300; trial++) {
      int[] numbers = subset(32, 20 + random.nextInt(13));
      Words words = new Words(field, 5, numbers);
      int dimension = 1 + random.nextInt(numbers.length);
      double[] word = codeword(words, dimension);
      int errors = random.nextInt(numbers.length / 2 + 1);
      for (int i = 0; i < errors; i++) {
        word[random.nextInt(word.length)] = random.nextInt(1000);
      }
      WordDecoder fast = new CosetDecoder(words.coset, numbers, dimension);
      WordDecoder dense = new GaoDecoder(field, words.points, dimension);
      assertThat(fast.radius()).isEqualTo(dense.radius());
      assertThat(fast.errors(word).map(Arrays::toString))
          .as("trial %d, seed %d", trial, SEED)
          .isEqualTo(dense.errors(word).map(Arrays::toString));
      agreed++;
    }
    assertThat(agreed).isEqualTo(300);
  }

  @Test
  void hundredsOfErrorsAmongThousandsOfPointsAreFound() {
    int[] numbers = subset(2048, 1900);
    Words words = new Words(field, 11, numbers);
    double[] word = codeword(words, 1400);
    int[] wrong = Arrays.stream(subset(1900, 250)).sorted().toArray();
    for (int i : wrong) {
      word[i] = field.add(word[i], 1 + random.nextInt(1000));
    }
    CosetDecoder decoder = new CosetDecoder(words.coset, numbers, 1400);
    assertThat(decoder.radius()).isEqualTo(250);
    assertThat(decoder.errors(word).orElseThrow()).isEqualTo(wrong);
    int right = 0;
    while (Arrays.binarySearch(wrong, right) >= 0) {
      right++;
    }
    word[right] = field.add(word[right], 1);
    assertThat(decoder.errors(word)).isEmpty();
  }

  private int[] subset(int size, int count) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(random.nextInt(all.size() + 1), i);
    }
    return all.stream().mapToInt(i -> i).limit(count).toArray();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Words words = new Words(field, 2, new int[] {0, 2, 3});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CosetDecoder(words.coset, words.numbers, 4))
        .withMessageContaining("1 to 3 are legal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CosetDecoder(words.coset, words.numbers, 1).errors(new double[4]))
        .withMessageContaining("4 entries at 3 points");
  }
}
