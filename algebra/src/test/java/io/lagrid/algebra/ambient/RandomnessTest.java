package io.lagrid.algebra.ambient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.field.PrimeField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomnessTest {

  private static final int DRAWS = 200_000;

  /** Five standard deviations above the mean of the chi-square distribution. */
  private static double limit(int cells) {
    return cells - 1 + 5 * Math.sqrt(2.0 * (cells - 1));
  }

  private static double chiSquare(long[] counts) {
    double expected = (double) DRAWS / counts.length;
    double sum = 0;
    for (long count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void fieldElementsAreUniform(long seed) {
    PrimeField field = PrimeField.of(11);
    double[] draws = new double[DRAWS];
    Randomness.insecure(seed).fill(field, draws, 0, DRAWS);
    long[] counts = new long[11];
    for (double draw : draws) {
      counts[(int) draw + 5]++;
    }
    assertThat(chiSquare(counts)).as("seed %d", seed).isLessThan(limit(11));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void elementsOfALargeFieldAreUniform(long seed) {
    PrimeField field = PrimeField.of(4194319); // half of the draws are rejected
    double[] draws = new double[DRAWS];
    Randomness.insecure(seed).fill(field, draws, 0, DRAWS);
    long[] counts = new long[64];
    int half = field.prime() / 2;
    for (double draw : draws) {
      assertThat(field.contains(draw)).isTrue();
      int index = (int) draw + half;
      counts[(int) (64L * index / field.prime())]++;
    }
    assertThat(chiSquare(counts)).as("seed %d", seed).isLessThan(limit(64));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void integersAreUniformBelowTheirBound(int bound) {
    Randomness randomness = Randomness.insecure(bound);
    long[] counts = new long[bound];
    for (int i = 0; i < DRAWS; i++) {
      counts[randomness.nextInt(bound)]++;
    }
    assertThat(chiSquare(counts)).as("bound and seed %d", bound).isLessThanOrEqualTo(limit(bound));
  }

  @Test
  void doublesAreUniform() {
    Randomness randomness = Randomness.insecure(8);
    long[] counts = new long[50];
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) (randomness.nextDouble() * 50)]++;
    }
    assertThat(chiSquare(counts)).isLessThan(limit(50));
  }

  @Test
  void theLargestBoundIsRejectedFairly() {
    Randomness scripted = new Scripted(-1L, 12L << 1); // the first draw is beyond the last multiple
    assertThat(scripted.nextInt(10)).isEqualTo(2);
  }

  @Test
  void insecureStreamsRepeatAndDependOnTheSeed() {
    assertThat(stream(Randomness.insecure(1))).isEqualTo(stream(Randomness.insecure(1)));
    assertThat(stream(Randomness.insecure(1))).isNotEqualTo(stream(Randomness.insecure(2)));
  }

  @Test
  void secureStreamsDiffer() {
    assertThat(stream(Randomness.secure())).isNotEqualTo(stream(Randomness.secure()));
  }

  @Test
  void fillsOnlyTheRangeGiven() {
    double[] target = new double[10];
    java.util.Arrays.fill(target, 0.5);
    Randomness.insecure(9).fill(PrimeField.of(3), target, 2, 5);
    assertThat(target).startsWith(0.5, 0.5).endsWith(0.5, 0.5, 0.5, 0.5, 0.5);
    assertThat(java.util.Arrays.copyOfRange(target, 2, 5)).doesNotContain(0.5);
    assertThatThrownBy(() -> Randomness.insecure(9).fill(PrimeField.of(3), target, 5, 11))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesABoundBelowOne() {
    assertThatThrownBy(() -> Randomness.insecure(1).nextInt(0)).hasMessageContaining("0");
  }

  @Test
  void theClockDoesNotRunBackwards() {
    Clock clock = Clock.system();
    long before = clock.nanos();
    assertThat(clock.nanos()).isGreaterThanOrEqualTo(before);
  }

  /** More than one buffer of the generator. */
  private static long[] stream(Randomness randomness) {
    long[] stream = new long[5000];
    java.util.Arrays.setAll(stream, i -> randomness.nextLong());
    return stream;
  }

  /** Gives the longs it was made with. */
  private static final class Scripted implements Randomness {
    private final long[] script;
    private int next;

    Scripted(long... script) {
      this.script = script;
    }

    @Override
    public long nextLong() {
      return script[next++];
    }

    @Override
    public void fill(PrimeField field, double[] target, int from, int to) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void normalDrawsHaveTheMomentsOfTheNormalDistribution() {
    Randomness random = Randomness.insecure(4);
    int draws = 100_000;
    double[] moments = new double[5];
    for (int i = 0; i < draws; i++) {
      double x = random.nextGaussian();
      for (int k = 1; k <= 4; k++) {
        moments[k] += Math.pow(x, k) / draws;
      }
    }
    assertThat(moments[1]).isCloseTo(0, within(0.02));
    assertThat(moments[2]).isCloseTo(1, within(0.03));
    assertThat(moments[3]).isCloseTo(0, within(0.1));
    assertThat(moments[4]).isCloseTo(3, within(0.2));
  }
}
