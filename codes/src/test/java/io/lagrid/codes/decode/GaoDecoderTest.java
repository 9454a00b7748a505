package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.polynomial.Polynomials;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GaoDecoderTest {

  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({"5,5,1", "5,5,2", "5,5,3", "5,5,4", "5,5,5", "7,4,2", "7,5,1", "7,6,2", "3,3,1"})
  void everyWordDecodesAsByLookingAtEveryCodeword(int prime, int length, int dimension) {
    PrimeField field = PrimeField.of(prime);
    double[] points = Points.consecutive(field, 0, length);
    GaoDecoder gao = new GaoDecoder(field, points, dimension);
    NaiveReedSolomon naive = new NaiveReedSolomon(field, points, dimension);
    List<double[]> words = NaiveReedSolomon.tuples(field, length);
    long mistakes = words.stream().filter(word -> !agree(field, points, gao, naive, word)).count();
    assertThat(mistakes).isZero();
    assertThat(words).hasSize((int) Math.round(Math.pow(prime, length)));
  }

  private static boolean agree(
      PrimeField field, double[] points, GaoDecoder gao, NaiveReedSolomon naive, double[] word) {
    Optional<double[]> nearest = naive.nearest(word, gao.radius());
    Optional<double[]> decoded =
        gao.decode(word).map(polynomial -> Polynomials.evaluate(field, polynomial, points));
    Optional<int[]> errors = gao.errors(word);
    if (nearest.isEmpty()) {
      return decoded.isEmpty() && errors.isEmpty();
    }
    return decoded.isPresent()
        && NaiveReedSolomon.distance(decoded.get(), nearest.get()) == 0
        && errors.orElseThrow().length == NaiveReedSolomon.distance(decoded.get(), word);
  }

  @ParameterizedTest
  @CsvSource({"200,100,50", "200,101,49", "120,1,59", "64,63,0", "64,62,1"})
  void longWordsWithErrorsUpToTheRadiusAreDecoded(int length, int dimension, int errors) {
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    Randomness random = Randomness.insecure(SEED);
    double[] points = Points.consecutive(field, 1, length);
    double[] polynomial = new double[dimension];
    random.fill(field, polynomial, 0, dimension);
    double[] word = Polynomials.evaluate(field, polynomial, points);
    TreeSet<Integer> positions = new TreeSet<>();
    while (positions.size() < errors) {
      positions.add(random.nextInt(length));
    }
    positions.forEach(position -> word[position] = field.add(word[position], 1));
    GaoDecoder gao = new GaoDecoder(field, points, dimension);
    assertThat(gao.radius()).isGreaterThanOrEqualTo(errors);
    assertThat(gao.errors(word).orElseThrow())
        .containsExactly(positions.stream().mapToInt(Integer::intValue).toArray());
    double[] decoded = gao.decode(word).orElseThrow();
    assertThat(decoded).isEqualTo(Polynomials.normalise(polynomial));
  }

  @Test
  void theZeroWordIsTheZeroPolynomial() {
    PrimeField field = PrimeField.of(11);
    GaoDecoder gao = new GaoDecoder(field, Points.consecutive(field, 1, 6), 2);
    assertThat(gao.decode(new double[6]).orElseThrow()).isEmpty();
    assertThat(gao.errors(new double[] {0, 0, 3, 0, -4, 0}).orElseThrow()).containsExactly(2, 4);
  }

  @Test
  void badArgumentsAreRefused() {
    PrimeField field = PrimeField.of(11);
    double[] points = {1, 2, 3};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaoDecoder(field, points, 4))
        .withMessageContaining("1 to 3");
    assertThatIllegalArgumentException().isThrownBy(() -> new GaoDecoder(field, points, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaoDecoder(field, points, 2).decode(new double[2]))
        .withMessageContaining("2 entries at 3 points");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new GaoDecoder(field, new double[] {1, 2, 1}, 2));
  }
}
