package io.lagrid.codes.privacy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The privacy condition of an encoding: any T workers learn nothing about the data if and only if
 * every T×T submatrix of its T noise columns is invertible. Then the noise those workers see is a
 * bijective image of T uniform blocks, hence uniform, and so are their shares, whatever the data
 * (Shamir, How to share a secret, 1979; Yu et al., Lagrange coded computing, 2019, theorem 2).
 *
 * <p>All C(N, T) submatrices are checked while there are at most {@link #EXHAUSTIVE}; otherwise
 * {@link #SAMPLES} random ones, which backs up the proof a code gives for its points but does not
 * replace it.
 *
 * <p>Thread-safe: no state.
 */
public final class PrivacyCheck {

  /** The largest number of submatrices that is checked exhaustively. */
  public static final long EXHAUSTIVE = 200_000;

  /** How many random submatrices are checked when there are more than that. */
  public static final long SAMPLES = 2_000;

  private PrivacyCheck() {}

  /**
   * Checks the noise columns of an encoding.
   *
   * @param colluders T, which must equal the number of noise columns
   * @throws IllegalArgumentException if the encoding has more or fewer noise columns, or fewer
   *     shares
   */
  public static PrivacyVerdict check(Encoding encoding, Field field, int colluders) {
    Matrix all = encoding.coefficients();
    if (colluders < 1 || encoding.noiseBlocks() != colluders || all.rows() < colluders) {
      throw new IllegalArgumentException(
          "%d colluders among %d workers with %d noise blocks; T noise blocks and 1 ≤ T ≤ N are legal"
              .formatted(colluders, all.rows(), encoding.noiseBlocks()));
    }
    Matrix noise = all.block(0, encoding.dataBlocks(), all.rows(), colluders);
    return subsets(all.rows(), colluders) <= EXHAUSTIVE
        ? exhaustive(noise, field)
        : sampled(noise, field);
  }

  /**
   * Insists that the check passes.
   *
   * @throws AssertionError if it does not, naming the workers that could tell data apart
   */
  public static void require(Encoding encoding, Field field, int colluders) {
    PrivacyVerdict verdict = check(encoding, field, colluders);
    if (!verdict.passed()) {
      throw new AssertionError(
          "workers %s together see data through the noise over %s"
              .formatted(verdict.leaking(), field));
    }
  }

  /** C(n, k), or a value above {@link #EXHAUSTIVE} if it is larger than that. */
  static long subsets(int n, int k) {
    int smaller = Math.min(k, n - k);
    long count = 1;
    for (int i = 1; i <= smaller && count <= EXHAUSTIVE; i++) {
      count = count * (n - smaller + i) / i;
    }
    return count;
  }

  private static PrivacyVerdict exhaustive(Matrix noise, Field field) {
    SubsetWalk walk = new SubsetWalk(noise, field);
    return walk.allInvertible()
        ? PrivacyVerdict.passed(walk.leaves(), true)
        : PrivacyVerdict.leaks(walk.leaves(), walk.chosen());
  }

  private static PrivacyVerdict sampled(Matrix noise, Field field) {
    Randomness random = Randomness.insecure(noise.rows()); // which subsets are tried is no secret
    for (long tried = 0; tried < SAMPLES; tried++) {
      List<Integer> subset = draw(noise.rows(), noise.columns(), random);
      EchelonRows rows = new EchelonRows(field, noise.columns());
      if (!subset.stream().allMatch(worker -> rows.push(row(noise, worker)))) {
        return PrivacyVerdict.leaks(tried + 1, subset);
      }
    }
    return PrivacyVerdict.passed(SAMPLES, false);
  }

  private static List<Integer> draw(int workers, int count, Randomness random) {
    TreeSet<Integer> chosen = new TreeSet<>();
    for (int top = workers - count; top < workers; top++) { // Floyd: uniform over all subsets
      int draw = random.nextInt(top + 1);
      chosen.add(chosen.contains(draw) ? top : draw);
    }
    return new ArrayList<>(chosen);
  }

  static double[] row(Matrix matrix, int index) {
    int from = matrix.offset() + index * matrix.stride();
    return Arrays.copyOfRange(matrix.data(), from, from + matrix.columns());
  }
}
