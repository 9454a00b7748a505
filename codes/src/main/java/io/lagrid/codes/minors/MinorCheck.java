package io.lagrid.codes.minors;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks the maximal square submatrices of a tall matrix whose rows come in groups of equal size: a
 * set of groups with as many rows together as the matrix has columns makes one.
 *
 * <p>With n groups, k of which are needed, all C(n, k) submatrices are checked while there are at
 * most {@link #EXHAUSTIVE}; otherwise {@link #SAMPLES} random ones (fewer if they are large, so
 * that the check stays below about a second), which backs up a proof but does not replace it.
 *
 * <p>Thread-safe: no state.
 */
public final class MinorCheck {

  /** The largest number of submatrices that is checked exhaustively. */
  public static final long EXHAUSTIVE = 200_000;

  /** How many random submatrices are checked when there are more than that. */
  public static final long SAMPLES = 2_000;

  /** Multiply–adds of all samples together, each of which costs c³ for c columns. */
  private static final long SAMPLED_WORK = 1L << 27;

  private MinorCheck() {}

  /**
   * Checks a matrix over an exact field.
   *
   * @param matrix n·groupSize rows, k·groupSize columns, 1 ≤ k ≤ n; not modified
   * @param groupSize how many consecutive rows belong together; 1 if every row stands alone
   * @throws IllegalArgumentException if rows or columns are no whole groups, or rows are too few
   */
  public static MinorVerdict check(Matrix matrix, Field field, int groupSize) {
    if (groupSize < 1
        || matrix.columns() < 1
        || matrix.rows() < matrix.columns()
        || matrix.rows() % groupSize != 0
        || matrix.columns() % groupSize != 0) {
      throw new IllegalArgumentException(
          "a %s matrix has no maximal minors of row groups of %d"
              .formatted(matrix.shape(), groupSize));
    }
    int groups = matrix.rows() / groupSize;
    return subsets(groups, matrix.columns() / groupSize) <= EXHAUSTIVE
        ? exhaustive(matrix, field, groupSize)
        : sampled(matrix, field, groupSize);
  }

  /** C(n, k), or a value above {@link #EXHAUSTIVE} if it is larger than that. */
  public static long subsets(int n, int k) {
    int smaller = Math.min(k, n - k);
    long count = 1;
    for (int i = 1; i <= smaller && count <= EXHAUSTIVE; i++) {
      count = count * (n - smaller + i) / i;
    }
    return count;
  }

  private static MinorVerdict exhaustive(Matrix matrix, Field field, int groupSize) {
    SubsetWalk walk = new SubsetWalk(matrix, field, groupSize);
    return walk.allInvertible()
        ? new MinorVerdict(walk.leaves(), true, List.of())
        : new MinorVerdict(walk.leaves(), false, walk.chosen());
  }

  private static MinorVerdict sampled(Matrix matrix, Field field, int groupSize) {
    int groups = matrix.rows() / groupSize;
    int columns = matrix.columns();
    Randomness random = Randomness.insecure(groups); // which subsets are tried is no secret
    double affordable = SAMPLED_WORK / Math.pow(columns, 3);
    long samples = Math.max(1, (long) Math.min(SAMPLES, affordable));
    for (long tried = 0; tried < samples; tried++) {
      List<Integer> subset = draw(groups, columns / groupSize, random);
      if (!independent(matrix, field, subset, groupSize)) {
        return new MinorVerdict(tried + 1, false, subset);
      }
    }
    return new MinorVerdict(samples, false, List.of());
  }

  private static boolean independent(
      Matrix matrix, Field field, List<Integer> subset, int groupSize) {
    EchelonRows rows = new EchelonRows(field, matrix.columns());
    for (int group : subset) {
      for (int i = 0; i < groupSize; i++) {
        if (!rows.push(EchelonRows.row(matrix, group * groupSize + i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Integer> draw(int groups, int count, Randomness random) {
    TreeSet<Integer> chosen = new TreeSet<>();
    for (int top = groups - count; top < groups; top++) { // Floyd: uniform over all subsets
      int draw = random.nextInt(top + 1);
      chosen.add(chosen.contains(draw) ? top : draw);
    }
    return new ArrayList<>(chosen);
  }
}
