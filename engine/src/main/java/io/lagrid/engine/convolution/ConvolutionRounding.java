package io.lagrid.engine.convolution;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.convolution.ConvolutionCode;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.verify.ProductRounding;
import java.util.Arrays;

/**
 * A first-order bound on the rounding error of real coded convolutions. Every entry of an answer is
 * the inner product of parts of both shares; with u = 2^−53 and a_i = Σ_k |c[i][k]|·‖A_k‖, of
 * answer i it errs by at most (n + K_A + K_B + 4)·u·a_i·b_i, n terms each; to what decoding makes
 * of that, its own residual is added. Immutable.
 */
final class ConvolutionRounding {

  private static final double UNIT = 0x1p-53;

  private final DecodingResidual residual;
  private final double[] left;
  private final double[] right;
  private final double[] magnitudes;
  private final double units;

  /**
   * The bound for one pair of operands.
   *
   * @param code whose operands they are
   * @param terms n, a bound on the terms of any entry of an answer
   */
  ConvolutionRounding(
      ConvolutionCode code, EncodedOperand left, EncodedOperand right, double terms) {
    double[] a = relative(norms(left));
    double[] b = relative(norms(right));
    this.residual = code.residual(coefficients(left), coefficients(right));
    this.left = a;
    this.right = b;
    this.magnitudes = magnitudes(left, a);
    double[] other = magnitudes(right, b);
    Arrays.setAll(magnitudes, i -> magnitudes[i] * other[i]);
    this.units = terms + a.length + b.length + 4;
  }

  /**
   * A bound on max |result − exact result| / (‖A‖·‖B‖), Frobenius norms of all blocks.
   *
   * @param overlaps how many result blocks are added up in an entry of the result, at most
   */
  double relativeBound(Decoding.Decodable decoding, int overlaps) {
    Matrix coefficients = decoding.coefficients().get(0);
    int columns = coefficients.columns();
    double[] residuals = residual.bounds(decoding, left, right);
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        sum += Math.abs(coefficients.get(b, i)) * magnitudes[decoding.used().get(i)];
      }
      double rounded = sum * (units + 4 * columns + 4 + overlaps) * UNIT;
      worst = Math.max(worst, rounded + residuals[b]);
    }
    double bound = overlaps * worst;
    return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
  }

  /** Per worker, Σ_k |c[i][k]|·‖block k‖. */
  private static double[] magnitudes(EncodedOperand operand, double[] norms) {
    Matrix coefficients = coefficients(operand);
    double[] magnitudes = new double[coefficients.rows()];
    for (int i = 0; i < magnitudes.length; i++) {
      for (int k = 0; k < norms.length; k++) {
        magnitudes[i] += Math.abs(coefficients.get(i, k)) * norms[k];
      }
    }
    return magnitudes;
  }

  private static Matrix coefficients(EncodedOperand operand) {
    return operand.encodings().get(0).coefficients();
  }

  private static double[] norms(EncodedOperand operand) {
    return operand.denseSources().stream().mapToDouble(ProductRounding::norm).toArray();
  }

  private static double together(double[] norms) {
    return Arrays.stream(norms).reduce(0, Math::hypot);
  }

  private static double[] relative(double[] norms) {
    double whole = together(norms);
    return Arrays.stream(norms).map(norm -> whole == 0 ? 0 : norm / whole).toArray();
  }
}
