package io.lagrid.codes.real;

/**
 * How sharply rounding errors grow when the answers of certain workers are decoded.
 *
 * @param conditionNumber σ_max/σ_min of the linear system that the answers leave to solve: what the
 *     papers plot
 * @param amplification max_b Σ_i |d[b][i]|·α_i·β_i, where d is the decode matrix and α_i, β_i are
 *     the sums of magnitudes of worker i's encoding coefficients: if no operand block has an entry
 *     above 1, answer i has none above q·α_i·β_i (q the inner dimension), and an error of one part
 *     in 2^53 of every such bound becomes an error of amplification·q·2^−53 in the result
 */
public record Conditioning(double conditionNumber, double amplification) {

  /** Half the distance from 1 to the next double: the relative error of one rounding. */
  public static final double UNIT_ROUNDOFF = 0x1p-53;

  /**
   * A bound on the error of every entry of a decoded product, to first order in 2^−53.
   *
   * <p>A share of K blocks errs by K + 4 units of its bound (coefficients included), a product of
   * inner dimension q by q units, a combination of R answers by R + 4 (coefficients included).
   *
   * @param inner q, the inner dimension of a worker's own product
   * @param combined how many terms encoding both operands and decoding add up at most: K_A + K_B +
   *     the number of answers' pieces
   * @param left the largest magnitude of an entry of A
   * @param right the largest magnitude of an entry of B
   */
  public double errorBound(int inner, int combined, double left, double right) {
    double units = inner + (double) combined + 12;
    return amplification * inner * units * UNIT_ROUNDOFF * left * right;
  }
}
