package io.lagrid.codes.privacy;

import java.util.List;

/**
 * What {@link PrivacyCheck} found.
 *
 * @param submatrices how many T×T submatrices were checked
 * @param exhaustive whether those were all there are
 * @param leaking T workers whose submatrix is singular; empty if none was found
 */
public record PrivacyVerdict(long submatrices, boolean exhaustive, List<Integer> leaking) {

  /** Copies the list. */
  public PrivacyVerdict {
    leaking = List.copyOf(leaking);
  }

  /** Whether no singular submatrix was found. */
  public boolean passed() {
    return leaking.isEmpty();
  }

  static PrivacyVerdict passed(long submatrices, boolean exhaustive) {
    return new PrivacyVerdict(submatrices, exhaustive, List.of());
  }

  static PrivacyVerdict leaks(long submatrices, List<Integer> workers) {
    return new PrivacyVerdict(submatrices, false, workers);
  }
}
