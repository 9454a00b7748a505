package io.lagrid.codes.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.csa.GcsaCode;
import io.lagrid.codes.csa.GcsaParameters;
import io.lagrid.codes.gasp.GaspCode;
import io.lagrid.codes.gasp.GaspParameters;
import io.lagrid.codes.lagrange.LagrangeProductCode;
import io.lagrid.codes.lagrange.LagrangeProductParameters;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Privacy by its definition: over a tiny field every value of the noise is tried, and what T
 * workers hold has the same distribution for all data. Also that the mistakes of others would be
 * noticed.
 */
final class PrivacyDistributionTest {

  @Test
  void sharesOfMatdotDoNotDependOnTheData() {
    EntangledCode one = new EntangledCode(EntangledParameters.matdot(5, 1, 2));
    assertThat(checkedSets(one, PrimeField.of(7))).isEqualTo(2 * 7 * Subsets.binomial(5, 2));
    EntangledCode two = new EntangledCode(EntangledParameters.matdot(6, 2, 1));
    assertThat(checkedSets(two, PrimeField.of(7))).isEqualTo(2 * 49 * Subsets.binomial(6, 1));
  }

  @Test
  void sharesOfLagrangeProductsDoNotDependOnTheData() {
    LagrangeProductCode one =
        new LagrangeProductCode(
            new LagrangeProductParameters(3, new ProductGrid(1, Partition.WHOLE), 1));
    assertThat(checkedSets(one, PrimeField.of(5))).isEqualTo(2 * 5 * Subsets.binomial(3, 1));
    LagrangeProductCode merged =
        new LagrangeProductCode(
            new LagrangeProductParameters(7, new ProductGrid(1, new Partition(1, 2, 1)), 2));
    assertThat(checkedSets(merged, PrimeField.of(11)))
        .isEqualTo((121 + 11) * Subsets.binomial(7, 2));
  }

  @Test
  void sharesOfCrossSubspaceAlignmentDoNotDependOnTheData() {
    GcsaCode groups = new GcsaCode(GcsaParameters.csa(4, 2, 1, 1)); // two blocks per share
    assertThat(checkedSets(groups, PrimeField.of(7))).isEqualTo(2 * 49 * Subsets.binomial(4, 1));
    GcsaCode pair = new GcsaCode(GcsaParameters.csa(7, 2, 2, 2)); // two colluders
    assertThat(checkedSets(pair, PrimeField.of(11))).isEqualTo(2 * 121 * Subsets.binomial(7, 2));
    GcsaCode both = new GcsaCode(GcsaParameters.csa(6, 2, 1, 2)); // two of two blocks each
    assertThat(checkedSets(both, PrimeField.of(11), 2)).isEqualTo(2 * 2 * Subsets.binomial(6, 2));
    ProductGrid cut = new ProductGrid(1, new Partition(2, 1, 1));
    GcsaCode generalised = new GcsaCode(GcsaParameters.gcsa(5, cut, 1, 1));
    assertThat(checkedSets(generalised, PrimeField.of(7)))
        .isEqualTo(2 * 49 * Subsets.binomial(5, 1));
  }

  @Test
  void sharesOfGaspDoNotDependOnTheData() {
    GaspCode one = new GaspCode(GaspParameters.best(9, new Partition(1, 2, 2), 1));
    assertThat(checkedSets(one, PrimeField.of(23))).isEqualTo(2 * 529 * Subsets.binomial(9, 1));
    GaspCode two = new GaspCode(GaspParameters.best(5, Partition.WHOLE, 2));
    assertThat(checkedSets(two, PrimeField.of(7))).isEqualTo(2 * 7 * Subsets.binomial(5, 2));
  }

  /** How many pairs of data and T workers were checked, over both operands. */
  private static long checkedSets(Code code, PrimeField field) {
    return checkedSets(code, field, Integer.MAX_VALUE);
  }

  /** The same for so many first values of the data. */
  private static long checkedSets(Code code, PrimeField field, int values) {
    int workers = code.parameters().workers();
    int colluders = code.parameters().colluders();
    long checked = 0;
    for (int operand = 0; operand < 2; operand++) {
      Encoding encoding = code.encoding(operand, field);
      for (List<Integer> pool : Subsets.ofSize(workers, colluders)) {
        Map<List<Double>, Integer> reference = new HashMap<>();
        List<double[]> all = tuples(field, encoding.dataBlocks());
        for (double[] data : all.subList(0, Math.min(values, all.size()))) {
          Map<List<Double>, Integer> seen =
              distribution(field, encoding, pool, data, UnaryOperator.identity());
          reference = reference.isEmpty() ? seen : reference;
          assertThat(seen).as("workers %s", pool).isEqualTo(reference);
          checked++;
        }
        assertThat(reference)
            .hasSize((int) Math.round(Math.pow(field.prime(), encoding.noiseBlocks())));
      }
    }
    return checked;
  }

  /** How often each tuple of shares is what the pool holds, over all values of the noise. */
  private static Map<List<Double>, Integer> distribution(
      PrimeField field,
      Encoding encoding,
      List<Integer> pool,
      double[] data,
      UnaryOperator<double[]> source) {
    Map<List<Double>, Integer> counts = new HashMap<>();
    for (double[] noise : tuples(field, encoding.noiseBlocks())) {
      double[] blocks = Arrays.copyOf(data, data.length + noise.length);
      System.arraycopy(source.apply(noise), 0, blocks, data.length, noise.length);
      List<Double> shares = new ArrayList<>();
      for (int worker : pool) {
        for (int b = 0; b < encoding.blocksPerShare(); b++) {
          shares.add(codedBlock(field, encoding, worker * encoding.blocksPerShare() + b, blocks));
        }
      }
      counts.merge(shares, 1, Integer::sum);
    }
    return counts;
  }

  private static double codedBlock(PrimeField field, Encoding encoding, int row, double[] blocks) {
    double sum = 0;
    for (int k = 0; k < blocks.length; k++) {
      sum = field.add(sum, field.multiply(encoding.coefficients().get(row, k), blocks[k]));
    }
    return sum + 0.0; // −0 and 0 are one key
  }

  private static List<double[]> tuples(PrimeField field, int length) {
    List<double[]> tuples = new ArrayList<>(List.of(new double[length]));
    for (int position = 0; position < length; position++) {
      List<double[]> longer = new ArrayList<>();
      for (double[] tuple : tuples) {
        for (int value = 0; value < field.prime(); value++) {
          double[] copy = tuple.clone();
          copy[position] = field.of((long) value);
          longer.add(copy);
        }
      }
      tuples = longer;
    }
    return tuples;
  }

  @Test
  void overlappingPointsWouldBeCaught() {
    PrimeField field = PrimeField.of(11);
    double[] nodes = {0, 1, 2}; // two data points and one noise point
    double[] workers = {3, 4, 1, 5}; // worker 2 sits on the second data point
    Matrix coefficients = Lagrange.coefficients(field, nodes, workers);
    Encoding overlapping = new Encoding(2, 1, coefficients);
    assertThat(PrivacyCheck.check(overlapping, field, 1).singular()).containsExactly(2);
    assertThat(distribution(field, overlapping, List.of(2), data(3, 4), UnaryOperator.identity()))
        .isEqualTo(Map.of(List.of(4.0), 11));
  }

  @Test
  void zeroNoiseWouldBeCaught() {
    PrimeField field = PrimeField.of(7);
    Encoding encoding = new EntangledCode(EntangledParameters.matdot(6, 2, 1)).encoding(0, field);
    UnaryOperator<double[]> zero = noise -> new double[noise.length];
    Map<List<Double>, Integer> first = distribution(field, encoding, List.of(0), data(1, 2), zero);
    assertThat(first).hasSize(1);
    assertThat(distribution(field, encoding, List.of(0), data(2, 2), zero)).isNotEqualTo(first);
  }

  private static double[] data(double... values) {
    return values;
  }

  @Test
  void aKnownSeedGivesTheDataAwayAndTheSecureSourceHasNone() {
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    Encoding encoding = new EntangledCode(EntangledParameters.matdot(3, 1, 1)).encoding(0, field);
    double[] blocks = {123_456, draw(field, Randomness.insecure(42))};
    double share = codedBlock(field, encoding, 1, blocks);
    double guess = draw(field, Randomness.insecure(42));
    double noise = field.multiply(encoding.coefficients().get(1, 1), guess);
    double scale = encoding.coefficients().get(1, 0);
    assertThat(field.divide(field.subtract(share, noise), scale)).isEqualTo(123_456);
    assertThat(Randomness.secure().nextLong()).isNotEqualTo(Randomness.secure().nextLong());
  }

  private static double draw(PrimeField field, Randomness random) {
    double[] noise = new double[1];
    random.fill(field, noise, 0, 1);
    return noise[0];
  }
}
