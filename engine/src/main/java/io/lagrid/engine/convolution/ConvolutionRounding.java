package io.lagrid.engine.convolution;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.engine.share.EncodedOperand;

/**
 * A first-order bound on the rounding error of real coded convolutions. Every entry of an answer is
 * the inner product of parts of both shares; with u = 2^−53 and a_i = Σ_k |c[i][k]|·‖A_k‖, of
 * answer i it errs by at most (n + K_A + K_B + 4)·u·a_i·b_i, n terms each. Immutable.
 *
 * @param left the encoded left operand
 * @param right the encoded right operand
 * @param terms n, a bound on the terms of any entry of an answer
 */
record ConvolutionRounding(EncodedOperand left, EncodedOperand right, double terms) {

  private static final double UNIT = 0x1p-53;

  /**
   * A bound on max |result − exact result| / (‖A‖·‖B‖), Frobenius norms of all blocks.
   *
   * @param overlaps how many result blocks are added up in an entry of the result, at most
   */
  double relativeBound(Decoding.Decodable decoding, int overlaps) {
    double norms = norm(left) * norm(right);
    Matrix coefficients = decoding.coefficients().get(0);
    int columns = coefficients.columns();
    double units = terms + left.sources().size() + right.sources().size() + 4;
    double worst = 0;
    for (int b = 0; b < coefficients.rows() && norms > 0; b++) {
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        int worker = decoding.used().get(i);
        double product = magnitude(left, worker) * magnitude(right, worker);
        sum += Math.abs(coefficients.get(b, i)) * product;
      }
      worst = Math.max(worst, sum * (units + 4 * columns + 4 + overlaps) * UNIT);
    }
    return norms > 0 ? overlaps * worst / norms : 0;
  }

  private static double magnitude(EncodedOperand operand, int worker) {
    Matrix coefficients = operand.encodings().get(0).coefficients();
    double sum = 0;
    for (int k = 0; k < coefficients.columns(); k++) {
      sum += Math.abs(coefficients.get(worker, k)) * norm(operand.sources().get(k));
    }
    return sum;
  }

  private static double norm(EncodedOperand operand) {
    return operand.sources().stream().mapToDouble(ConvolutionRounding::norm).reduce(0, Math::hypot);
  }

  private static double norm(Block block) {
    double sum = 0;
    for (double entry : block.plane(0).data()) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
