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
import io.lagrid.codes.convolution.ConvolutionCode;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.csa.GcsaCode;
import io.lagrid.codes.csa.GcsaParameters;
import io.lagrid.codes.gasp.GaspCode;
import io.lagrid.codes.gasp.GaspParameters;
import io.lagrid.codes.lagrange.LagrangeParameters;
import io.lagrid.codes.lagrange.LagrangeProductCode;
import io.lagrid.codes.lagrange.LagrangeProductParameters;
import io.lagrid.codes.polynomial.LagrangeMapCode;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void sharesOfGaspWithTwoColludersDoNotDependOnTheData() {
    Partition outer = new Partition(1, 2, 2); // R = 11
    for (boolean transposed : new boolean[] {false, true}) {
      GaspCode big = new GaspCode(new GaspParameters(11, outer, 2, 2, transposed));
      assertThat(checkedSets(big, PrimeField.of(13))).isEqualTo(2 * 169 * Subsets.binomial(11, 2));
    }
    GaspCode small = new GaspCode(GaspParameters.best(11, outer, 2)); // no smaller field will do
    assertThat(small.parameters().chunk()).isEqualTo(1);
    assertThat(checkedSets(small, PrimeField.of(29), 31))
        .isEqualTo(2 * 31 * Subsets.binomial(11, 2));
  }

  @Test
  void sharesOfConvolutionsDoNotDependOnTheData() {
    ConvolutionCode one = new ConvolutionCode(ConvolutionParameters.whole(6, 2, 1, 1));
    assertThat(checkedSets(one, PrimeField.of(7))).isEqualTo((49 + 7) * Subsets.binomial(6, 1));
    ConvolutionCode two = new ConvolutionCode(ConvolutionParameters.whole(7, 2, 1, 2));
    assertThat(checkedSets(two, PrimeField.of(11))).isEqualTo((121 + 11) * Subsets.binomial(7, 2));
    ConvolutionCode sum = new ConvolutionCode(ConvolutionParameters.contraction(7, 2, 2));
    assertThat(checkedSets(sum, PrimeField.of(11))).isEqualTo(2 * 121 * Subsets.binomial(7, 2));
  }

  @Test
  void sharesOfPolynomialMapsDoNotDependOnWhatIsCutNorOnWhatIsCommon() {
    PrimeField field = PrimeField.of(11);
    LagrangeMapCode one = new LagrangeMapCode(new LagrangeParameters(6, 2, 2, 1));
    assertThat(checkedSets(one, field)).isEqualTo((121 + 11) * Subsets.binomial(6, 1));
    LagrangeMapCode two = new LagrangeMapCode(new LagrangeParameters(7, 2, 2, 2));
    assertThat(checkedSets(two, field)).isEqualTo((121 + 11) * Subsets.binomial(7, 2));
    LagrangeMapCode cubic = new LagrangeMapCode(new LagrangeParameters(7, 1, 3, 2));
    assertThat(checkedSets(cubic, field)).isEqualTo((11 + 11) * Subsets.binomial(7, 2));
  }

  @Test
  void theCutAndTheCommonShareOfAWorkerTogetherDoNotDependOnTheData() {
    PrimeField field = PrimeField.of(11);
    LagrangeMapCode code = new LagrangeMapCode(new LagrangeParameters(6, 2, 2, 1));
    Encoding both =
        together(code.encoding(MapCode.CUT, field), code.encoding(MapCode.COMMON, field));
    assertThat(checkedSets(both, field, 1, Integer.MAX_VALUE))
        .isEqualTo(11 * 11 * 11 * Subsets.binomial(6, 1));
  }

  /**
   * Two operands of one coded block per share, each with noise of its own, as one operand of two.
   */
  private static Encoding together(Encoding first, Encoding second) {
    int data = first.dataBlocks() + second.dataBlocks();
    int noise = first.noiseBlocks() + second.noiseBlocks();
    Matrix coefficients = Matrix.zeros(2 * first.workers(), data + noise);
    for (int worker = 0; worker < first.workers(); worker++) {
      copy(first, worker, coefficients, 2 * worker, 0, data);
      copy(
          second,
          worker,
          coefficients,
          2 * worker + 1,
          first.dataBlocks(),
          data + first.noiseBlocks());
    }
    return new Encoding(data, noise, 2, coefficients);
  }

  private static void copy(
      Encoding from, int worker, Matrix to, int row, int dataColumn, int noiseColumn) {
    for (int k = 0; k < from.dataBlocks() + from.noiseBlocks(); k++) {
      int column = k < from.dataBlocks() ? dataColumn + k : noiseColumn + k - from.dataBlocks();
      to.set(row, column, from.coefficients().get(worker, k));
    }
  }

  /** How many pairs of data and T workers were checked, over both operands. */
  private static long checkedSets(Code code, PrimeField field) {
    return checkedSets(code, field, Integer.MAX_VALUE);
  }

  /** The same for so many first values of the data. */
  private static long checkedSets(Code code, PrimeField field, int values) {
    int colluders = code.parameters().colluders();
    return checkedSets(code.encoding(0, field), field, colluders, values)
        + checkedSets(code.encoding(1, field), field, colluders, values);
  }

  /** All values of the noise give all tuples of shares, each once, whatever the data. */
  private static long checkedSets(Encoding encoding, PrimeField field, int colluders, int values) {
    long checked = 0;
    int[] uniform = new int[power(field.prime(), encoding.noiseBlocks())];
    Arrays.fill(uniform, 1);
    List<double[]> all = tuples(field, encoding.dataBlocks());
    for (List<Integer> pool : Subsets.ofSize(encoding.workers(), colluders)) {
      for (double[] data : all.subList(0, Math.min(values, all.size()))) {
        int[] seen = distribution(field, encoding, pool, data, UnaryOperator.identity());
        assertThat(Arrays.equals(seen, uniform))
            .as("workers %s, data %s", pool, Arrays.toString(data))
            .isTrue();
        checked++;
      }
    }
    return checked;
  }

  private static int power(int base, int exponent) {
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
  }

  /**
   * How often each tuple of shares is what the pool holds, over all values of the noise. The
   * residues of the shares are the digits of the tuple's index.
   */
  private static int[] distribution(
      PrimeField field,
      Encoding encoding,
      List<Integer> pool,
      double[] data,
      UnaryOperator<double[]> source) {
    int[] counts = new int[power(field.prime(), pool.size() * encoding.blocksPerShare())];
    for (double[] noise : tuples(field, encoding.noiseBlocks())) {
      double[] blocks = Arrays.copyOf(data, data.length + noise.length);
      System.arraycopy(source.apply(noise), 0, blocks, data.length, noise.length);
      int index = 0;
      for (int worker : pool) {
        for (int b = 0; b < encoding.blocksPerShare(); b++) {
          double share =
              codedBlock(field, encoding, worker * encoding.blocksPerShare() + b, blocks);
          index = index * field.prime() + Math.floorMod((int) share, field.prime());
        }
      }
      counts[index]++;
    }
    return counts;
  }

  private static double codedBlock(PrimeField field, Encoding encoding, int row, double[] blocks) {
    double sum = 0;
    for (int k = 0; k < blocks.length; k++) {
      sum = field.add(sum, field.multiply(encoding.coefficients().get(row, k), blocks[k]));
    }
    return sum;
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
    int[] seen = distribution(field, overlapping, List.of(2), data(3, 4), UnaryOperator.identity());
    assertThat(seen).containsExactly(0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void zeroNoiseWouldBeCaught() {
    PrimeField field = PrimeField.of(7);
    Encoding encoding = new EntangledCode(EntangledParameters.matdot(6, 2, 1)).encoding(0, field);
    UnaryOperator<double[]> zero = noise -> new double[noise.length];
    int[] first = distribution(field, encoding, List.of(0), data(1, 2), zero);
    assertThat(Arrays.stream(first).filter(count -> count > 0)).hasSize(1);
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
