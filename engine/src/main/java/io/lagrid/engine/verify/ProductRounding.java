package io.lagrid.engine.verify;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.EncodedProduct;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * First-order bounds on the rounding errors of real coded products. With u = 2^-53 and a_i = Σ_k
 * |c[i][k]|·‖A_k‖ (Frobenius norms, so ‖Ã_i‖ ≤ a_i), encoding K blocks errs by at most (K+1)·u·a_i,
 * and the product of inner dimension q by q·u·a_i·b_i more:
 *
 * <pre>‖Ỹ_i − Ã_i·B̃_i‖ ≤ (q + K_A + K_B + 4)·u·a_i·b_i.</pre>
 *
 * <p>An answer that is the sum of ℓ such products errs by the sum of their errors, and by ℓ units
 * more of Σ a_i·b_i.
 *
 * <p>Projecting an answer of h rows and w columns errs by at most h + w units more, which are
 * counted in.
 *
 * <p>To what decoding makes of that, its own residual is added ({@link DecodingResidual}).
 *
 * <p>Immutable and thread-safe.
 */
public final class ProductRounding {

  private static final double UNIT = 0x1p-53;

  /** Norms from here to its inverse are computed without scaling. */
  private static final double SMALL = 0x1p-500;

  private final double[] magnitudes;
  private final double[] leftNorms;
  private final double[] rightNorms;
  private final int pieces;
  private final double leftNorm;
  private final double rightNorm;
  private final double units;

  private ProductRounding(EncodedProduct product) {
    EncodedOperand left = product.left();
    EncodedOperand right = product.right();
    double[] a = norms(left);
    double[] b = norms(right);
    this.leftNorm = together(data(left, a));
    this.rightNorm = together(data(right, b));
    this.leftNorms = relative(a, leftNorm);
    this.rightNorms = relative(b, rightNorm);
    this.pieces = product.pieces();
    this.magnitudes = ofPieces(product, magnitudes(left, leftNorms), magnitudes(right, rightNorms));
    this.units =
        (left.blockColumns()
                + left.blockRows()
                + right.blockColumns()
                + left.sources().size()
                + right.sources().size()
                + product.share().p()
                + 3)
            * UNIT;
  }

  /** The bounds for one pair of encoded operands; empty over finite fields, which do not round. */
  public static Optional<ProductRounding> of(Arithmetic arithmetic, EncodedProduct product) {
    return arithmetic.exact() ? Optional.empty() : Optional.of(new ProductRounding(product));
  }

  /** The norms of the data blocks alone, without those of noise. */
  private static double[] data(EncodedOperand operand, double[] norms) {
    return Arrays.copyOf(norms, operand.encodings().get(0).dataBlocks());
  }

  /**
   * A bound on the Frobenius norm of the error of a piece of an honest answer.
   *
   * @param piece numbered as {@link EncodedProduct} says
   */
  public double ofPiece(int piece) {
    return units * magnitudes[piece] * leftNorm * rightNorm;
  }

  /**
   * A bound on max |result − exact result| / (‖A‖·‖B‖), Frobenius norms over the whole batch.
   *
   * @param decoding how the answers are combined
   * @param residual of the code and the coefficients that encoded the operands
   * @param lies that the check of answers lets pass
   */
  public double relativeBound(
      Decoding.Decodable decoding, DecodingResidual residual, UnseenLies lies) {
    boolean nothing = leftNorm == 0 || rightNorm == 0;
    Matrix coefficients = decoding.coefficients().get(0);
    double[] residuals = residual.bounds(decoding, leftNorms, rightNorms);
    UnseenLies unseen = new UnseenLies(lies.liars(), piece -> relative(lies.blindSpot(), piece));
    double worst = 0;
    for (int b = 0; b < coefficients.rows() && !nothing; b++) {
      double sum = residuals[b] + unseen.bound(decoding, b);
      for (int i = 0; i < coefficients.columns(); i++) {
        int piece = decoding.used().get(i / pieces) * pieces + i % pieces;
        double combining = (4 * coefficients.columns() + 4) * UNIT * magnitudes[piece];
        sum += Math.abs(coefficients.get(b, i)) * (relative(this::ofPiece, piece) + combining);
      }
      worst = Math.max(worst, sum);
    }
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }

  /** Beside ‖A‖·‖B‖, whose product may be beyond doubles where its factors are not. */
  private double relative(IntToDoubleFunction pieceError, int piece) {
    return pieceError.applyAsDouble(piece) / leftNorm / rightNorm;
  }

  private static double[] relative(double[] norms, double whole) {
    return Arrays.stream(norms).map(norm -> norm / (whole == 0 ? 1 : whole)).toArray();
  }

  /** Per source, its norm. */
  private static double[] norms(EncodedOperand operand) {
    return operand.sources().stream().mapToDouble(ProductRounding::norm).toArray();
  }

  private static double together(double[] norms) {
    double sum = 0;
    for (double norm : norms) {
      sum = Math.hypot(sum, norm);
    }
    return sum;
  }

  /** Per piece, Σ a_i·b_i over the products it is the sum of. */
  private static double[] ofPieces(EncodedProduct product, double[] left, double[] right) {
    double[] sums = new double[left.length / product.left().blocksPerShare() * product.pieces()];
    for (int piece = 0; piece < sums.length; piece++) {
      for (int t = 0; t < product.share().p(); t++) {
        sums[piece] += left[product.leftBlock(piece, t)] * right[product.rightBlock(piece, t)];
      }
    }
    return sums;
  }

  /** Per coded block, Σ_k |c[i][k]|·‖block k‖. */
  private static double[] magnitudes(EncodedOperand operand, double[] norms) {
    Matrix coefficients = operand.encodings().get(0).coefficients();
    double[] magnitudes = new double[coefficients.rows()];
    for (int k = 0; k < coefficients.columns(); k++) {
      for (int i = 0; i < magnitudes.length; i++) {
        magnitudes[i] += Math.abs(coefficients.get(i, k)) * norms[k];
      }
    }
    return magnitudes;
  }

  /** The Frobenius norm of the first plane, also of entries whose squares are beyond doubles. */
  public static double norm(OperandBlock block) {
    double plain = Math.sqrt(squares(block, 1));
    if (SMALL <= plain && plain <= 1 / SMALL) {
      return plain;
    }
    double scale = plain > 1 ? SMALL : 1 / SMALL;
    return Math.sqrt(squares(block, scale)) / scale;
  }

  private static double squares(OperandBlock block, double scale) {
    if (block instanceof SparseBlock sparse) {
      double[] values = sparse.plane(0).values();
      return squares(values, 0, values.length, scale);
    }
    Matrix plane = (Matrix) block.plane(0);
    double sum = 0;
    for (int i = 0; i < plane.rows(); i++) {
      int start = plane.offset() + i * plane.stride();
      sum += squares(plane.data(), start, start + plane.columns(), scale);
    }
    return sum;
  }

  /** In four sums, because each waits for the one before it. */
  private static double squares(double[] data, int from, int to, double scale) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int j = from;
    for (; j <= to - 4; j += 4) {
      sum0 += square(data[j] * scale);
      sum1 += square(data[j + 1] * scale);
      sum2 += square(data[j + 2] * scale);
      sum3 += square(data[j + 3] * scale);
    }
    for (; j < to; j++) {
      sum0 += square(data[j] * scale);
    }
    return sum0 + sum1 + sum2 + sum3;
  }

  private static double square(double value) {
    return value * value;
  }
}
