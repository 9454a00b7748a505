package io.lagrid.codes.decode;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import java.util.Arrays;
import java.util.List;

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
 * <p>O(pieces·K_A·K_B) per result block for a decode matrix that was not met lately, else O(pieces
 * + K_A·K_B). Thread-safe; retains its matrices.
 */
public final class DecodingResidual {

  private static final double UNIT = 0x1p-53;

  /** So many entries are computed at once: 2 MiB. */
  private static final int TOGETHER = 1 << 18;

  private final Matrix left;
  private final Matrix right;
  private final Partition share;
  private final Wanted wanted;
  private final RecentMatrices<Looked> recent = new RecentMatrices<>();

  /**
   * A decode matrix, whose answers it combines, and from which result block on it was looked at.
   */
  private record Looked(Matrix decode, List<Integer> used, int first) {}

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
   * Bounds on the norms of what comes out wrong of every result block, the rounding of these very
   * sums included; {@link Double#POSITIVE_INFINITY} if the matrix has entries that are no numbers.
   *
   * @param decoding with coefficients
   * @param leftSizes the norm of every source block of operand 0; not modified
   * @param rightSizes likewise of operand 1
   */
  public double[] bounds(Decoding.Decodable decoding, double[] leftSizes, double[] rightSizes) {
    Matrix decode = decoding.coefficients().get(0);
    double[] magnitudes = magnitudes(decoding, leftSizes, rightSizes);
    double[] sizes = outer(leftSizes, rightSizes);
    double[] bounds = new double[decode.rows()];
    int together = Math.max(1, TOGETHER / Math.max(1, sizes.length));
    for (int first = 0; first < bounds.length; first += together) {
      int from = first;
      int count = Math.min(together, bounds.length - first);
      Matrix errors =
          recent.get(
              new Looked(decode, decoding.used(), from), () -> errors(decoding, from, count));
      for (int b = first; b < first + count; b++) {
        double bound = rounding(decode, b, magnitudes) + sum(errors, b - first, sizes);
        bounds[b] = Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
      }
    }
    return bounds;
  }

  /** Of the sums by which the residual itself is computed. */
  private double rounding(Matrix decode, int result, double[] magnitudes) {
    double sum = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      sum += Math.abs(decode.get(result, i)) * magnitudes[i];
    }
    return (magnitudes.length * share.p() + 4) * UNIT * sum;
  }

  private static double sum(Matrix errors, int row, double[] sizes) {
    double sum = 0;
    for (int k = 0; k < sizes.length; k++) {
      double error = errors.get(row, k);
      sum += error == 0 ? 0 : error * sizes[k];
    }
    return sum;
  }

  /** |Σ_i d[b][i]·g_i − w_b| for some result blocks b: a row each, by pairs of source blocks. */
  private Matrix errors(Decoding.Decodable decoding, int first, int count) {
    Matrix decode = decoding.coefficients().get(0);
    int pairs = left.columns() * right.columns();
    Matrix errors = Matrix.zeros(count, pairs);
    for (int i = 0; i < decode.columns(); i++) {
      double[] piece = piece(piece(decoding, i));
      for (int b = 0; b < count; b++) {
        add(errors.data(), b * pairs, decode.get(first + b, i), piece);
      }
    }
    for (int b = 0; b < count; b++) {
      for (int k = 0; k < pairs; k++) {
        int pair = k;
        boolean want = wanted.test(first + b, pair / right.columns(), pair % right.columns());
        errors.set(b, k, Math.abs(errors.get(b, k) - (want ? 1 : 0)));
      }
    }
    return errors;
  }

  /** g_i: how often each product of source blocks is in a piece. */
  private double[] piece(int piece) {
    double[] sums = new double[left.columns() * right.columns()];
    double[] other = new double[right.columns()];
    for (int t = 0; t < share.p(); t++) {
      int row = rightRow(piece, t);
      Arrays.setAll(other, j -> right.get(row, j));
      for (int k = 0; k < left.columns(); k++) {
        add(sums, k * other.length, left.get(leftRow(piece, t), k), other);
      }
    }
    return sums;
  }

  private static void add(double[] sums, int offset, double factor, double[] terms) {
    for (int j = 0; j < terms.length && factor != 0; j++) {
      sums[offset + j] = Math.fma(factor, terms[j], sums[offset + j]);
    }
  }

  /** Per piece of the answers, Σ_t Σ_k |a[i,t][k]|·‖A_k‖ · Σ_k' |b[i,t][k']|·‖B_k'‖. */
  private double[] magnitudes(
      Decoding.Decodable decoding, double[] leftSizes, double[] rightSizes) {
    double[] magnitudes = new double[decoding.coefficients().get(0).columns()];
    for (int i = 0; i < magnitudes.length; i++) {
      int piece = piece(decoding, i);
      for (int t = 0; t < share.p(); t++) {
        magnitudes[i] +=
            size(left, leftRow(piece, t), leftSizes) * size(right, rightRow(piece, t), rightSizes);
      }
    }
    return magnitudes;
  }

  private static double size(Matrix coefficients, int row, double[] sizes) {
    double sum = 0;
    for (int k = 0; k < sizes.length; k++) {
      sum += sizes[k] == 0 ? 0 : Math.abs(coefficients.get(row, k)) * sizes[k];
    }
    return sum;
  }

  private static double[] outer(double[] a, double[] b) {
    double[] products = new double[a.length * b.length];
    Arrays.setAll(products, k -> a[k / b.length] * b[k % b.length]);
    return products;
  }

  private int pieces() {
    return share.m() * share.n();
  }

  private int piece(Decoding.Decodable decoding, int column) {
    return decoding.used().get(column / pieces()) * pieces() + column % pieces();
  }

  private int leftRow(int piece, int t) {
    return piece / share.n() * share.p() + t;
  }

  private int rightRow(int piece, int t) {
    return (piece / pieces() * share.p() + t) * share.n() + piece % share.n();
  }
}
