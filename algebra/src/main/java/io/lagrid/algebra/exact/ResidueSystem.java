package io.lagrid.algebra.exact;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.math.BigInteger;

/**
 * The integers modulo M = ∏ p_i, each held as its balanced residues modulo r distinct primes: one
 * plane of a block per prime. By the Chinese remainder theorem an integer x with |x| ≤ {@link
 * #capacity()} = (M − 1)/2 is known from its residues; sums and products may be formed plane by
 * plane as long as the final result stays within the capacity, whatever happens in between.
 *
 * <p>A fixed-point number x with b fractional bits is held as the integer nearest to x·2^b, ties to
 * even; products have the bits of both factors together.
 *
 * <p>Operands and results may be views. When a block is larger than the rectangle it is split from
 * or joined to, the rectangle is its upper left corner; the rest is zeros after splitting and is
 * ignored when joining. Rows and columns in messages count from the first entry of the matrix that
 * a view was cut from.
 *
 * <p>Immutable and thread-safe.
 */
public final class ResidueSystem {

  private final Arithmetic arithmetic;
  private final BigInteger product;
  private final MixedRadix radix;

  private ResidueSystem(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
    this.product =
        arithmetic.primes().stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    this.radix = new MixedRadix(arithmetic.planes());
  }

  /**
   * The residue number system over the primes of an arithmetic.
   *
   * @throws IllegalArgumentException if the arithmetic is real
   */
  public static ResidueSystem of(Arithmetic arithmetic) {
    if (!arithmetic.exact()) {
      throw new IllegalArgumentException("the real numbers have no residues");
    }
    return new ResidueSystem(arithmetic);
  }

  /**
   * The residue number system over the {@code count} largest primes of {@link Primes}.
   *
   * @throws IllegalArgumentException if there are not so many
   */
  public static ResidueSystem ofPrimes(int count) {
    return new ResidueSystem(Arithmetic.residues(Primes.largest(count)));
  }

  /** The fields of the planes. */
  public Arithmetic arithmetic() {
    return arithmetic;
  }

  /** M, the product of the primes. */
  public BigInteger product() {
    return product;
  }

  /** (M − 1)/2, the largest magnitude that does not wrap. */
  public BigInteger capacity() {
    return product.shiftRight(1);
  }

  /**
   * Writes the residues of integers. Every long has exact residues, within the capacity or not.
   *
   * @param source not modified
   * @param target one plane per prime, at least as large as the source; overwritten
   * @throws IllegalArgumentException if the target has other planes or is smaller
   */
  public void split(LongMatrix source, Block target) {
    check(target, source);
    new Splitter(arithmetic.planes(), target, source.rows(), source.columns()).split(source);
  }

  /**
   * Writes the residues of fixed-point numbers.
   *
   * @param source not modified
   * @param bits fractional bits; negative if the unit is larger than 1
   * @param target one plane per prime, at least as large as the source; overwritten
   * @throws UnrepresentableException if an entry is not finite or |entry|·2^bits reaches 2^62
   * @throws IllegalArgumentException if the target has other planes or is smaller
   */
  public void split(Matrix source, int bits, Block target) {
    check(target, source);
    new Splitter(arithmetic.planes(), target, source.rows(), source.columns()).split(source, bits);
  }

  /**
   * Writes the integers that residues stand for.
   *
   * @param source canonical residues, one plane per prime, at least as large as the target; not
   *     modified
   * @param target overwritten
   * @throws OverflowException if an integer lies outside int64
   * @throws IllegalArgumentException if the source has other planes or is smaller
   */
  public void join(Block source, LongMatrix target) {
    check(source, target);
    new Joiner(radix, source, target.rows(), target.columns()).join(target);
  }

  /**
   * Writes the fixed-point numbers that residues stand for: integer·2^−bits, with a relative error
   * of at most (⌈r/2⌉ − 1)·2^−53 up to terms of second order, unless the result is subnormal.
   *
   * @param source canonical residues, one plane per prime, at least as large as the target; not
   *     modified
   * @param bits fractional bits; of a product, those of both factors together
   * @param target overwritten
   * @throws OverflowException if a number exceeds the largest double
   * @throws IllegalArgumentException if the source has other planes or is smaller
   */
  public void join(Block source, int bits, Matrix target) {
    check(source, target);
    new Joiner(radix, source, target.rows(), target.columns()).join(bits, target);
  }

  /** The primes and the number of bits. */
  @Override
  public String toString() {
    return "residues modulo " + arithmetic.primes() + ", " + (product.bitLength() - 1) + " bits";
  }

  private void check(Block block, Operand matrix) {
    if (block.planes().size() != arithmetic.size()) {
      throw new IllegalArgumentException(
          "a block of %d planes for %d primes".formatted(block.planes().size(), arithmetic.size()));
    }
    if (block.rows() < matrix.rows() || block.columns() < matrix.columns()) {
      throw new IllegalArgumentException(
          "a %dx%d block is too small for a %s matrix"
              .formatted(block.rows(), block.columns(), matrix.shape()));
    }
  }
}
