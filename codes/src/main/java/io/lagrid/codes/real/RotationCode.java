package io.lagrid.codes.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.linear.RefinedSystem;
import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import java.util.Arrays;
import java.util.List;

/**
 * Polynomial codes at the N-th roots of unity, with all arithmetic real: complex numbers are taken
 * as rotations. A is cut by rows into m blocks and B by columns into n, in pairs: k_A = ⌈m/2⌉ and
 * k_B = ⌈n/2⌉ of them (an operand in one piece is sent whole, k = 1). With ω = e^(2πi/N), worker i
 * holds
 *
 * <pre>Σ_j ω^(ij)·(A[2j] + √−1·A[2j+1]),   Σ_j ω^(i·j·k_A)·(B[2j] + √−1·B[2j+1]),</pre>
 *
 * <p>real and imaginary parts apart, as two coded blocks each, and answers with all four real
 * products of these. Any R = k_A·k_B answers decode: the four products are real combinations of
 * z·z' and z·z̄' of the two complex shares and of their conjugates, and each of those is a
 * Vandermonde system, with consecutive exponents (0, …, R − 1, or −k_A(k_B − 1), …, k_A − 1), in R
 * distinct roots of unity. The condition number is O(N^(S+5.5)) for S = N − R missing.
 *
 * <p>Per worker: storage 1/k_A of A and 1/k_B of B, work 1/R of the product, answer 1/R of C. With
 * an odd number of blocks the last pair is half empty and some of that is wasted.
 *
 * <p>Source: Ramamoorthy and Tang, Numerically stable coded matrix computations via circulant and
 * rotation matrix embeddings, 2022, theorems 1 and 3; there with q-th roots for an odd q ≥ N. For
 * the proof above any q ≥ N will do, and q = N, which leaves no gap in the circle, is the best
 * conditioned.
 */
public final class RotationCode extends RealProductCode {

  /** The code with these parameters. */
  public RotationCode(RealProductParameters parameters) {
    super(parameters);
  }

  @Override
  public Partition sharePartition() {
    return new Partition(1, partition().m() == 1 ? 1 : 2, partition().n() == 1 ? 1 : 2);
  }

  @Override
  protected Matrix shares(int operand) {
    Matrix whole = rotations(operand);
    return whole.block(0, 0, whole.rows(), grid().blocks(operand)).copy();
  }

  @Override
  protected Matrix answers() {
    return Kronecker.byWorker(rotations(0), rotations(1), parameters().workers());
  }

  /** The products of blocks that exist, among those of all pairs. */
  @Override
  protected Matrix results() {
    int right = rotations(1).columns();
    int m = partition().m();
    int n = partition().n();
    Matrix chosen = Matrix.zeros(m * n, rotations(0).columns() * right);
    for (int k = 0; k < m; k++) {
      for (int column = 0; column < n; column++) {
        chosen.set(k * n + column, k * right + column, 1);
      }
    }
    return chosen;
  }

  /**
   * With both operands in pairs, the system falls into one for z·z' and one for z·z̄', each of half
   * the size: per pair of pairs, from the four real products x, by the orthogonal map (x_00 ∓ x_11,
   * x_01 ± x_10)/√2.
   */
  @Override
  protected Matrix decodeRows(List<Integer> workers) {
    if (sharePartition().m() * sharePartition().n() < 4) {
      return super.decodeRows(workers);
    }
    Matrix plain = inverse(workers, 1);
    Matrix conjugate = inverse(workers, -1);
    int n = partition().n();
    Matrix decode = Matrix.zeros(partition().m() * n, 4 * workers.size());
    for (int k = 0; k < partition().m(); k++) {
      for (int column = 0; column < n; column++) {
        int pair = k / 2 * (int) RealScheme.pairs(n) + column / 2;
        for (int piece = 0; piece < decode.columns(); piece++) {
          double first = entry(plain, pair, piece, corner(k, column), 1);
          double second = entry(conjugate, pair, piece, corner(k, column), -1);
          decode.set(k * n + column, piece, (first + second) / 2);
        }
      }
    }
    return decode;
  }

  /** The condition numbers of both halves are equal: they differ by a diagonal of unit numbers. */
  @Override
  protected double conditionNumber(List<Integer> workers) {
    return sharePartition().m() * sharePartition().n() < 4
        ? super.conditionNumber(workers)
        : SingularValues.conditionNumber(system(workers, 1));
  }

  private static int corner(int row, int column) {
    return row % 2 * 2 + column % 2;
  }

  /** The real parts (even columns) of the inverse of the system for z·z' (sign 1) or z·z̄' (−1). */
  private Matrix inverse(List<Integer> workers, int sign) {
    return RefinedSystem.of(system(workers, sign)).solve(Kronecker.evenUnits(workers.size()));
  }

  /** ω^(i(j + sign·k_A·j')) for the workers i and the pairs of pairs (j, j'), as rotations. */
  private Matrix system(List<Integer> workers, int sign) {
    long left = RealScheme.pairs(partition().m());
    long right = RealScheme.pairs(partition().n());
    Matrix result = Matrix.zeros(2 * workers.size(), (int) (2 * left * right));
    for (int i = 0; i < workers.size(); i++) {
      for (int pair = 0; pair < left * right; pair++) {
        long exponent = pair / right + sign * left * (pair % right);
        turn(result, i, pair, exponent * workers.get(i), parameters().workers());
      }
    }
    return result;
  }

  /**
   * How much a piece of an answer counts for a block product of a pair of pairs, through z·z' or
   * z·z̄': rows of (x_00 ∓ x_11, x_01 ± x_10) are corners 0 and 3, and 1 and 2.
   */
  private static double entry(Matrix inverse, int pair, int piece, int corner, int sign) {
    double re = inverse.get(2 * pair, piece / 4);
    double im = inverse.get(2 * pair + 1, piece / 4);
    int from = piece % 4;
    boolean fromReal = from == 0 || from == 3;
    boolean toReal = corner == 0 || corner == 3;
    double value = fromReal == toReal ? re : fromReal ? im : -im;
    return value * weight(from, sign) * weight(corner, sign);
  }

  /** The sign of x_00, x_01, x_10, x_11 in the real or the imaginary part. */
  private static int weight(int corner, int sign) {
    return switch (corner) {
      case 1 -> sign;
      case 3 -> -sign;
      default -> 1;
    };
  }

  /** The encoding matrix with a column for the second half of every pair, there or not. */
  private Matrix rotations(int operand) {
    int workers = parameters().workers();
    int blocks = grid().blocks(operand);
    if (blocks == 1) {
      Matrix ones = Matrix.zeros(workers, 1);
      Arrays.fill(ones.data(), 1);
      return ones;
    }
    long step = operand == 0 ? 1 : RealScheme.pairs(partition().m());
    return rotations(workers, (int) RealScheme.pairs(blocks), step);
  }

  /** Rotations by 2π·step·i·j/N, for worker i and pair j. */
  static Matrix rotations(int workers, int pairs, long step) {
    Matrix result = Matrix.zeros(2 * workers, 2 * pairs);
    for (int i = 0; i < workers; i++) {
      for (int j = 0; j < pairs; j++) {
        turn(result, i, j, step * i * j, workers);
      }
    }
    return result;
  }

  /** Writes the rotation by 2π·turns/count as the 2×2 block (i, j). */
  static void turn(Matrix target, int i, int j, long turns, int count) {
    long turn = Math.floorMod(turns, count);
    double cosine = Chebyshev.cosine(2 * turn, count);
    double sine = Chebyshev.sine(2 * turn, count);
    target.set(2 * i, 2 * j, cosine);
    target.set(2 * i, 2 * j + 1, -sine);
    target.set(2 * i + 1, 2 * j, sine);
    target.set(2 * i + 1, 2 * j + 1, cosine);
  }
}
