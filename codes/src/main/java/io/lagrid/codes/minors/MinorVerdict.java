package io.lagrid.codes.minors;

import java.util.List;

/**
 * What {@link MinorCheck} found.
 *
 * @param submatrices how many square submatrices were checked
 * @param exhaustive whether those were all there are
 * @param singular the row groups of a singular one; empty if none was found
 */
public record MinorVerdict(long submatrices, boolean exhaustive, List<Integer> singular) {

  /** Copies the list. */
  public MinorVerdict {
    singular = List.copyOf(singular);
  }

  /** Whether no singular submatrix was found. */
  public boolean passed() {
    return singular.isEmpty();
  }
}
