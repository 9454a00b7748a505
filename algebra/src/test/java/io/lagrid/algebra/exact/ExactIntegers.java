package io.lagrid.algebra.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Residues, products and norms by the definitions, in arbitrary precision. */
final class ExactIntegers {

  private ExactIntegers() {}

  /** The balanced residue of x modulo p. */
  static double residue(BigInteger x, int p) {
    int residue = x.mod(BigInteger.valueOf(p)).intValue();
    return residue > p / 2 ? residue - p : residue;
  }

  /** Fails unless {@code actual} is the balanced residue of x modulo p, bit for bit. */
  static void assertResidue(double actual, BigInteger x, int p) {
    assertThat(Double.doubleToLongBits(actual))
        .as("%s modulo %d is %s, not %s", x, p, residue(x, p), actual)
        .isEqualTo(Double.doubleToLongBits(residue(x, p)));
  }

  /** A one-row block of the residues of the given integers. */
  static Block residues(ResidueSystem system, List<BigInteger> integers) {
    Block block = Block.zeros(system.arithmetic().size(), 1, integers.size());
    for (int i = 0; i < system.arithmetic().size(); i++) {
      for (int j = 0; j < integers.size(); j++) {
        int prime = system.arithmetic().primes().get(i);
        block.plane(i).set(0, j, residue(integers.get(j), prime));
      }
    }
    return block;
  }

  /** a·b plane by plane, in longs. */
  static Block product(ResidueSystem system, Block a, Block b) {
    Block c = Block.zeros(system.arithmetic().size(), a.rows(), b.columns());
    for (int plane = 0; plane < system.arithmetic().size(); plane++) {
      long prime = system.arithmetic().primes().get(plane);
      for (int i = 0; i < a.rows(); i++) {
        for (int j = 0; j < b.columns(); j++) {
          long sum = 0;
          for (int k = 0; k < a.columns(); k++) {
            long left = (long) a.plane(plane).get(i, k);
            long right = (long) b.plane(plane).get(k, j);
            sum = (sum + left * right) % prime;
          }
          c.plane(plane).set(i, j, PrimeField.of((int) prime).of(sum));
        }
      }
    }
    return c;
  }

  /** The exact value of an entry. */
  static BigDecimal entry(Operand operand, int row, int column) {
    return operand instanceof Matrix matrix
        ? new BigDecimal(matrix.get(row, column))
        : new BigDecimal(((LongMatrix) operand).get(row, column));
  }

  /** Entry (row, column) of the exact product. */
  static BigDecimal productEntry(Operand a, Operand b, int row, int column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < a.columns(); k++) {
      sum = sum.add(entry(a, row, k).multiply(entry(b, k, column)));
    }
    return sum;
  }

  /** The square of the Frobenius norm. */
  static BigDecimal squaredNorm(Operand operand) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < operand.rows(); i++) {
      for (int j = 0; j < operand.columns(); j++) {
        sum = sum.add(entry(operand, i, j).pow(2));
      }
    }
    return sum;
  }

  /**
   * Zero, one, both signs of the given magnitude and its neighbours, and random integers below it.
   */
  static List<BigInteger> upTo(BigInteger largest, int count, long seed) {
    List<BigInteger> integers = new ArrayList<>();
    for (int near = 0; near < 3; near++) {
      BigInteger border = largest.subtract(BigInteger.valueOf(near));
      integers.addAll(List.of(border, border.negate(), BigInteger.valueOf(near)));
    }
    Randomness randomness = Randomness.insecure(seed);
    while (integers.size() < count) {
      BigInteger draw = BigInteger.ZERO;
      for (int bits = 0; bits < largest.bitLength() + 64; bits += 64) {
        draw = draw.shiftLeft(64).add(BigInteger.valueOf(randomness.nextLong()));
      }
      BigInteger below = draw.mod(largest).shiftRight(randomness.nextInt(largest.bitLength()));
      integers.add(draw.testBit(0) ? below : below.negate());
    }
    return integers;
  }
}
