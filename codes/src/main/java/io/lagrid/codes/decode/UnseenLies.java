package io.lagrid.codes.decode;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Lies over the reals that a check lets pass, because they are as small as rounding errors may be:
 * of at most A workers, so large that a result block b can be off by
 *
 * <pre>max over A workers of Σ |d[b][i]|·e_i, i over the pieces of their answers,</pre>
 *
 * with d the decode matrix and e_i the largest lie in piece i that passes.
 *
 * <p>Immutable and thread-safe, if the function is.
 *
 * @param liars A, at most that many workers lie
 * @param blindSpot e_i, by worker·(pieces of an answer) + piece
 */
public record UnseenLies(int liars, IntToDoubleFunction blindSpot) {

  /** Nobody lies, or no lie passes. */
  public static final UnseenLies NONE = new UnseenLies(0, piece -> 0);

  /**
   * How far they can move one result block.
   *
   * @param decoding over the reals, of one plane; its columns are pieces of the answers used
   * @param block b
   */
  public double bound(Decoding.Decodable decoding, int block) {
    if (liars == 0) {
      return 0;
    }
    Matrix coefficients = decoding.coefficients().get(0);
    int pieces = coefficients.columns() / decoding.used().size();
    double[] moved = new double[decoding.used().size()];
    for (int i = 0; i < coefficients.columns(); i++) {
      int piece = decoding.used().get(i / pieces) * pieces + i % pieces;
      moved[i / pieces] += Math.abs(coefficients.get(block, i)) * blindSpot.applyAsDouble(piece);
    }
    Arrays.sort(moved);
    double sum = 0;
    for (int i = Math.max(0, moved.length - liars); i < moved.length; i++) {
      sum += moved[i];
    }
    return sum;
  }
}
