package io.lagrid.algebra.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static BigDecimal power(int exponent) {
    return exponent < 0 ? BigDecimal.ONE.divide(TWO.pow(-exponent)) : TWO.pow(exponent);
  }

  private static double[] doubles(int count, double scale, long seed) {
    Randomness randomness = Randomness.insecure(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> (randomness.nextDouble() - 0.5) * Math.scalb(scale, -(i % 70)));
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1000, -60, -3, 0, 1, 24, 52, 61, 400, 1100})
  void roundsToTheNearestMultiple(int bits) {
    ResidueSystem system = ResidueSystem.ofPrimes(3);
    double unit = Math.scalb(1.0, -bits);
    double largest = Math.min(Double.MAX_VALUE, Math.scalb(1.0, 61 - bits));
    double[] values = doubles(700, largest, bits);
    if (Math.abs(bits) < 900) {
      double[] ties = {0, unit / 2, -unit / 2, unit * 1.5, unit * 2.5, -unit * 2.5, unit * 0x1p53};
      System.arraycopy(ties, 0, values, 0, ties.length);
    }
    Block block = Block.zeros(3, 7, 100);
    system.split(Matrix.of(7, 100, values), bits, block);
    for (int j = 0; j < values.length; j++) {
      BigInteger nearest =
          new BigDecimal(values[j])
              .multiply(power(bits))
              .setScale(0, RoundingMode.HALF_EVEN)
              .toBigIntegerExact();
      for (int i = 0; i < 3; i++) {
        int prime = system.arithmetic().primes().get(i);
        ExactIntegers.assertResidue(block.plane(i).data()[j], nearest, prime);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 20})
  void joinsWithTheErrorItStates(int primes) {
    ResidueSystem system = ResidueSystem.ofPrimes(primes);
    List<BigInteger> integers = ExactIntegers.upTo(system.capacity(), 500, primes);
    Block block = ExactIntegers.residues(system, integers);
    for (int bits : new int[] {0, 90, -90}) {
      Matrix result = Matrix.zeros(1, integers.size());
      system.join(block, bits, result);
      double bound = ((primes + 1) / 2 - 1) * 0x1.001p-53;
      for (int j = 0; j < integers.size(); j++) {
        BigDecimal exact = new BigDecimal(integers.get(j)).multiply(power(-bits));
        BigDecimal error = new BigDecimal(result.get(0, j)).subtract(exact).abs();
        assertThat(error)
            .as("%s with %d primes and %d bits", integers.get(j), primes, bits)
            .isLessThanOrEqualTo(exact.abs().multiply(new BigDecimal(bound)));
      }
    }
  }

  @Test
  void zeroComesBackPositive() {
    for (int primes = 1; primes <= 5; primes++) {
      Matrix result = Matrix.of(1, 1, new double[] {7});
      ResidueSystem.ofPrimes(primes).join(Block.zeros(primes, 1, 1), 10, result);
      assertThat(result).isEqualTo(Matrix.zeros(1, 1)); // compares bits
    }
  }

  @Test
  void writesRectanglesOfLargerMatrices() {
    ResidueSystem system = ResidueSystem.ofPrimes(3);
    Matrix whole = Matrix.of(20, 30, doubles(600, 8, 3));
    Block block = Block.zeros(3, 9, 12);
    system.split(whole.block(2, 3, 7, 11), 50, block);
    Matrix target = Matrix.zeros(10, 20);
    system.join(block, 50, target.block(1, 2, 7, 11));
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 20; j++) {
        boolean inside = i >= 1 && i < 8 && j >= 2 && j < 13;
        double expected = inside ? Math.rint(whole.get(i + 1, j + 1) * 0x1p50) * 0x1p-50 : 0;
        assertThat(target.get(i, j)).isEqualTo(expected);
      }
    }
  }

  @Test
  void namesEntriesThatHaveNoFixedPoint() {
    ResidueSystem system = ResidueSystem.ofPrimes(2);
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 0x1p52, -0x1p60}) {
      Matrix whole = Matrix.zeros(5, 300);
      whole.set(4, 270, bad);
      assertThatThrownBy(() -> system.split(whole.block(1, 2, 4, 290), 10, Block.zeros(2, 4, 290)))
          .isInstanceOf(UnrepresentableException.class)
          .hasMessageContaining("row 4, column 270")
          .hasMessageContaining(Double.toString(bad));
    }
  }

  @Test
  void theLargestIntegerIsBelowTwoToThe62() {
    ResidueSystem system = ResidueSystem.ofPrimes(3);
    Matrix matrix = Matrix.of(1, 2, new double[] {Math.nextDown(0x1p62), -Math.nextDown(0x1p62)});
    Block block = Block.zeros(3, 1, 2);
    system.split(matrix, 0, block);
    Matrix back = Matrix.zeros(1, 2);
    system.join(block, 0, back);
    assertThat(back).isEqualTo(matrix);
    assertThatThrownBy(() -> system.split(Matrix.of(1, 1, new double[] {0x1p62}), 0, block))
        .hasMessageContaining("2^62");
  }

  @Test
  void resultsBeyondTheLargestDoubleAreRefused() {
    ResidueSystem system = ResidueSystem.ofPrimes(2);
    Block block = ExactIntegers.residues(system, List.of(BigInteger.TWO, BigInteger.TEN));
    Matrix result = Matrix.zeros(1, 2);
    assertThatThrownBy(() -> system.join(block, -1021, result))
        .isInstanceOf(OverflowException.class)
        .hasMessageContaining("column 1")
        .hasMessageContaining("10")
        .hasMessageContaining("2^1021");
    system.join(block, -1020, result);
    assertThat(result.get(0, 1)).isEqualTo(10 * 0x1p1020);
    system.join(block, 1076, result);
    assertThat(new BigDecimal(result.get(0, 1)).round(MathContext.DECIMAL32).doubleValue())
        .isEqualTo(Double.MIN_VALUE * 2);
  }
}
