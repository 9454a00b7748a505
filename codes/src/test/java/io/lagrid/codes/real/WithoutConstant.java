package io.lagrid.codes.real;

import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.algebra.matrix.Matrix;

/**
 * OrthoMatDot with the operands in q_1, …, q_p instead of q_0, …, q_(p−1): the product has degree
 * 2p, so R = 2p + 1. A rejected twin.
 */
final class WithoutConstant {

  private WithoutConstant() {}

  /** The condition number when the last S of R + S workers are missing. */
  static double conditionNumber(int missing, int p) {
    int threshold = 2 * p + 1;
    Matrix basis = OrthoMatdotCode.orthonormal(threshold + missing, threshold);
    return SingularValues.conditionNumber(basis.block(0, 0, threshold, threshold));
  }
}
