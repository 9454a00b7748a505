package io.lagrid.codes.decode;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import java.util.Arrays;

/**
 * What is wrong with a decode matrix D over the reals, found by looking at it instead of trusting
 * how it was computed. Without rounding errors a bilinear code's piece i of the answers is Σ_(k,k')
 * g_i[k][k']·A_k·B_k' with g_i[k][k'] = Σ_t a[i,t][k]·b[i,t][k'] for the coefficients a and b that
 * did encode, so result block b comes out wrong by
 *
 * <pre>Σ_(k,k') (Σ_i d[b][i]·g_i[k][k'] − w_b[k][k'])·A_k·B_k'</pre>
 *
 * <p>where w_b is 1 for the products of blocks that make up the result block, else 0. That holds
 * for every D: one of a system that is singular to working precision has a large residual, and one
 * with entries that are no numbers an infinite one.
 *
 * <p>O(pieces·p'·K_A·K_B) per result block. Immutable and thread-safe; retains its matrices.
 */
public final class DecodingResidual {

  private static final double UNIT = 0x1p-53;

  private final Matrix left;
  private final Matrix right;
  private final Partition share;
  private final Wanted wanted;

  /** Which products of blocks a result block is the sum of. */
  public interface Wanted {

    /** Whether the product of a left and a right source block belongs to a result block. */
    boolean test(int result, int left, int right);
  }

  /**
   * The residuals of one code.
   *
   * @param left the coefficients of operand 0, a row per coded block; not modified
   * @param right likewise of operand 1
   * @param share how a worker puts its coded blocks together
   * @param wanted what is to come out
   */
  public DecodingResidual(Matrix left, Matrix right, Partition share, Wanted wanted) {
    this.left = left;
    this.right = right;
    this.share = share;
    this.wanted = wanted;
  }

  /** The residuals of a product code, for coefficients as above. */
  public static DecodingResidual of(ProductCode code, Matrix left, Matrix right) {
    int m = code.partition().m();
    int n = code.partition().n();
    int p = code.partition().p();
    return new DecodingResidual(
        left,
        right,
        code.sharePartition(),
        (result, a, b) -> {
          int row = result / n;
          int j = a - row * p;
          return 0 <= j && j < p && b == (row / m * p + j) * n + result % n;
        });
  }

  /**
   * A bound on the norm of what comes out wrong of one result block, the rounding of this very sum
   * included; {@link Double#POSITIVE_INFINITY} if the matrix has entries that are no numbers.
   *
   * @param decoding with coefficients
   * @param result the result block
   * @param leftSizes the norm of every source block of operand 0; not modified
   * @param rightSizes likewise of operand 1
   */
  public double bound(
      Decoding.Decodable decoding, int result, double[] leftSizes, double[] rightSizes) {
    double[] found = new double[leftSizes.length * rightSizes.length];
    double[] row = decoding.coefficients().get(0).block(result, 0, 1, columns(decoding)).toArray();
    double terms = 0;
    double magnitude = 0;
    for (int i = 0; i < row.length; i++) {
      for (int t = 0; t < share.p() && row[i] != 0; t++) {
        int piece = piece(decoding, i);
        double[] a = row(left, piece / share.n() * share.p() + t);
        double[] b = row(right, (piece / pieces() * share.p() + t) * share.n() + piece % share.n());
        add(found, row[i], a, b);
        magnitude += Math.abs(row[i]) * size(a, leftSizes) * size(b, rightSizes);
        terms++;
      }
    }
    double bound = (terms + 4) * UNIT * magnitude + left(found, result, leftSizes, rightSizes);
    return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
  }

  private static int columns(Decoding.Decodable decoding) {
    return decoding.coefficients().get(0).columns();
  }

  private int pieces() {
    return share.m() * share.n();
  }

  private int piece(Decoding.Decodable decoding, int column) {
    return decoding.used().get(column / pieces()) * pieces() + column % pieces();
  }

  private static double[] row(Matrix matrix, int index) {
    return matrix.block(index, 0, 1, matrix.columns()).toArray();
  }

  private static void add(double[] sums, double factor, double[] a, double[] b) {
    for (int k = 0; k < a.length; k++) {
      double scaled = factor * a[k];
      for (int j = 0; j < b.length && scaled != 0; j++) {
        sums[k * b.length + j] = Math.fma(scaled, b[j], sums[k * b.length + j]);
      }
    }
  }

  private static double size(double[] coefficients, double[] sizes) {
    double[] products = new double[sizes.length];
    Arrays.setAll(products, k -> sizes[k] == 0 ? 0 : Math.abs(coefficients[k]) * sizes[k]);
    return Arrays.stream(products).sum();
  }

  /** Σ |what was found − what was wanted|·‖A_k‖·‖B_k'‖. */
  private double left(double[] found, int result, double[] leftSizes, double[] rightSizes) {
    double sum = 0;
    for (int k = 0; k < leftSizes.length; k++) {
      for (int j = 0; j < rightSizes.length; j++) {
        double want = wanted.test(result, k, j) ? 1 : 0;
        double error = Math.abs(found[k * rightSizes.length + j] - want);
        sum += error == 0 ? 0 : error * leftSizes[k] * rightSizes[j];
      }
    }
    return sum;
  }
}
