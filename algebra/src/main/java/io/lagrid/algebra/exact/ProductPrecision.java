package io.lagrid.algebra.exact;

import io.lagrid.algebra.exact.OperandProfile.FixedPoint;
import io.lagrid.algebra.matrix.Operand;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * With which fixed point and how many primes a product A·B is computed in a residue number system,
 * so that nothing wraps and the error is known beforehand.
 *
 * <p><b>Error.</b> Rounding A to a bits and B to b bits leaves A + E and B + F with |E_ij| ≤ 2^−a/2
 * where A_ij ≠ 0, hence ‖E‖ ≤ ε_A·‖A‖ with ε_A = 2^−a·√nnz(A)/(2‖A‖) in Frobenius norms; likewise
 * F. The product of the rounded operands is exact, and differs from A·B by E·B + A·F + E·F, so by
 * at most ε·‖A‖·‖B‖ with ε = ε_A + ε_B + ε_A·ε_B. Reading r primes' residues as a double adds κ =
 * (⌈r/2⌉ − 1)·2^−53 times the result, so that in all
 *
 * <p style="text-align:center">‖error‖ ≤ (ε + κ·(1 + ε))·‖A‖·‖B‖.
 *
 * <p>The bits are the fewest that keep this below the limit, and then as many more as the same
 * number of primes has room for. An operand all of whose entries are multiples of one power of two
 * (integers held in doubles, say) gets just the bits that make ε_A zero, if those are fewer.
 *
 * <p><b>Magnitude.</b> Every entry of the integer product is at most the least of
 * max‖row‖₂·max‖column‖₂, max‖row‖₁·max|B| and max|A|·max‖column‖₁ (Hölder), taken over the rounded
 * operands. The primes are so many that this bound is within the capacity of their residue number
 * system. For operands of longs it may exceed int64; then joining tells entry by entry.
 *
 * @param primes how many primes, the largest of {@link io.lagrid.algebra.field.Primes}
 * @param leftBits fractional bits of the left operand; 0 if it is of longs
 * @param rightBits fractional bits of the right operand; 0 if it is of longs
 * @param bound a bound on the magnitudes of the integer product's entries
 * @param errorBound a bound on ‖error‖/(‖A‖·‖B‖), Frobenius norms, the conversion of the result to
 *     double included; 0 if the result is exact. Underflow of the result is not counted
 */
public record ProductPrecision(
    int primes, int leftBits, int rightBits, BigInteger bound, double errorBound) {

  /**
   * Decides for one product.
   *
   * @param left m×k; not modified
   * @param right k×n; not modified
   * @throws UnrepresentableException if an entry is not finite, or the limits cannot be met
   * @throws IllegalArgumentException if the shapes do not match
   */
  public static ProductPrecision of(Operand left, Operand right, PrecisionLimits limits) {
    return ofBatch(List.of(left), List.of(right), limits).get(0);
  }

  /**
   * Decides for a batch of products, each with bits of its own, all with the same primes.
   *
   * @param left the left operands; not modified
   * @param right as many right operands; not modified
   * @return one decision per product
   * @throws UnrepresentableException if an entry is not finite, or the limits cannot be met
   * @throws IllegalArgumentException if the shapes or the numbers of operands do not match
   */
  public static List<ProductPrecision> ofBatch(
      List<? extends Operand> left, List<? extends Operand> right, PrecisionLimits limits) {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "%d left operands but %d right ones".formatted(left.size(), right.size()));
    }
    List<PrecisionSearch> searches = new ArrayList<>();
    int primes = 1;
    for (int l = 0; l < left.size(); l++) {
      PrecisionSearch search = search(left.get(l), right.get(l), limits);
      searches.add(search);
      primes = Math.max(primes, search.primes());
    }
    int common = primes;
    return searches.stream().map(search -> search.finish(common)).toList();
  }

  /**
   * The decision for a bilinear map of whose result every entry is the inner product of a part of a
   * row of {@code left} and a part of a row of {@code right}, such as a convolution. The error
   * bound then holds for every entry of the result, in multiples of ‖left‖·‖right‖.
   *
   * @param left not modified
   * @param right not modified
   * @throws UnrepresentableException if an entry is not finite, or the limits cannot be met
   */
  public static ProductPrecision ofRows(Operand left, Operand right, PrecisionLimits limits) {
    PrecisionSearch search =
        PrecisionSearch.begin(
            profile("left", () -> Profiler.ofLeft(left)),
            profile("right", () -> Profiler.ofLeft(right)),
            limits);
    return search.finish(search.primes());
  }

  /** Fractional bits of the product: those of both operands. */
  public int resultBits() {
    return leftBits + rightBits;
  }

  /** The residue number system of the decision. */
  public ResidueSystem system() {
    return ResidueSystem.ofPrimes(primes);
  }

  static ProductPrecision of(int primes, FixedPoint left, FixedPoint right) {
    BigInteger bound = PrecisionSearch.bound(left, right);
    double rounding = left.error() + right.error() + left.error() * right.error();
    boolean integers = left.profile().integers() && right.profile().integers();
    boolean exactDouble = integers || bound.bitLength() <= 53;
    double conversion = exactDouble ? 0 : ((primes + 1) / 2 - 1) * 0x1.001p-53;
    double error = (rounding + conversion * (1 + rounding)) * (1 + 0x1p-40);
    return new ProductPrecision(primes, left.bits(), right.bits(), bound, error);
  }

  private static PrecisionSearch search(Operand left, Operand right, PrecisionLimits limits) {
    if (left.columns() != right.rows()) {
      throw new IllegalArgumentException(
          "no product of a %s matrix and a %s one".formatted(left.shape(), right.shape()));
    }
    return PrecisionSearch.begin(
        profile("left", () -> Profiler.ofLeft(left)),
        profile("right", () -> Profiler.ofRight(right)),
        limits);
  }

  private static OperandProfile profile(String side, Supplier<OperandProfile> profiler) {
    try {
      return profiler.get();
    } catch (UnrepresentableException e) {
      throw new UnrepresentableException(side + " operand: " + e.getMessage());
    }
  }
}
