package io.lagrid.codes.gasp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The degree table of a gap additive secure polynomial code: every sum of an exponent of one
 * operand, the dense one with d blocks, and an exponent of the other, the stepped one with s
 * blocks.
 *
 * <pre>
 * dense:    0, 1, …, d−1           and T of   ds + cd, …, ds + cd + r−1   for c = 0, 1, …
 * stepped:  0, d, …, (s−1)d        and        ds, ds+1, …, ds + T−1
 * </pre>
 *
 * <p>The sums of data exponents are 0, …, ds − 1, each once and in no other place of the table; the
 * product of two blocks is the coefficient of theirs. Every other sum is at least ds. How many
 * distinct sums there are is the recovery threshold.
 *
 * <p>Source: D'Oliveira, El Rouayheb, Heinlein and Karpuk, Degree tables for secure distributed
 * matrix multiplication, 2021: GASP_r. r = 1 is GASP_small and r = min(d, T) is GASP_big of
 * D'Oliveira, El Rouayheb and Karpuk, GASP codes for secure distributed matrix multiplication,
 * 2020.
 *
 * @param dense d
 * @param stepped s
 * @param colluders T ≥ 1
 * @param chunk r ≤ min(d, T), how many noise exponents of the dense operand follow one another
 */
record DegreeTable(int dense, int stepped, int colluders, int chunk) {

  /** Checks that there is such a table. */
  DegreeTable {
    if (dense < 1
        || stepped < 1
        || colluders < 1
        || chunk < 1
        || chunk > Math.min(dense, colluders)) {
      throw new IllegalArgumentException(
          "no degree table for %d and %d blocks, T = %d, r = %d; T ≥ 1 and 1 ≤ r ≤ min(%d, T) are legal"
              .formatted(dense, stepped, colluders, chunk, dense));
    }
  }

  /**
   * The table with the fewest distinct sums.
   *
   * @param anyChunk whether over all r, or only those with equally spaced noise exponents
   */
  static DegreeTable smallest(int dense, int stepped, int colluders, boolean anyChunk) {
    return IntStream.rangeClosed(1, Math.min(dense, colluders))
        .mapToObj(chunk -> new DegreeTable(dense, stepped, colluders, chunk))
        .filter(table -> anyChunk || table.noiseStep() > 0)
        .min(Comparator.comparingLong(DegreeTable::size))
        .orElseThrow();
  }

  /**
   * The distance u of the dense operand's noise exponents from each other, or 0 if they are not
   * equally spaced: r = 1 has u = d, and r = min(d, T) has u = 1.
   *
   * <p>With u, T of the noise rows are a Vandermonde matrix of the α_i^u times non-zero factors, so
   * T workers are blind if these powers are distinct. The stepped operand always has u = 1.
   */
  int noiseStep() {
    if (chunk == Math.min(dense, colluders)) {
      return 1;
    }
    return chunk == 1 ? dense : 0;
  }

  /** The exponents of the dense operand: d data blocks, then T noise blocks. */
  int[] denseExponents() {
    int[] exponents = new int[dense + colluders];
    for (int k = 0; k < dense; k++) {
      exponents[k] = k;
    }
    for (int t = 0; t < colluders; t++) {
      exponents[dense + t] = dense * stepped + t / chunk * dense + t % chunk;
    }
    return exponents;
  }

  /** The exponents of the stepped operand: s data blocks, then T noise blocks. */
  int[] steppedExponents() {
    int[] exponents = new int[stepped + colluders];
    for (int k = 0; k < stepped; k++) {
      exponents[k] = k * dense;
    }
    for (int t = 0; t < colluders; t++) {
      exponents[stepped + t] = dense * stepped + t;
    }
    return exponents;
  }

  /** The distinct sums in ascending order; the first d·s are those of two data blocks. */
  int[] sums() {
    int[] right = steppedExponents();
    return Arrays.stream(denseExponents())
        .flatMap(left -> Arrays.stream(right).map(other -> left + other))
        .distinct()
        .sorted()
        .toArray();
  }

  /**
   * How many distinct sums there are, without listing them: those with noise fill a few ranges of
   * consecutive numbers, O(s + T/r) in all.
   */
  long size() {
    long data = (long) dense * stepped;
    int chunks = (colluders - 1) / chunk + 1;
    int last = colluders - (chunks - 1) * chunk;
    List<Range> ranges = new ArrayList<>();
    ranges.add(new Range(data, data + dense + colluders - 1)); // dense data, stepped noise
    for (int step = 0; step < chunks + stepped - 1; step++) { // dense noise, stepped data
      boolean onlyLast = step - stepped + 1 >= chunks - 1;
      long from = data + (long) step * dense;
      ranges.add(new Range(from, from + (onlyLast ? last : chunk)));
    }
    for (int c = 0; c < chunks; c++) { // noise and noise
      long from = 2 * data + (long) c * dense;
      ranges.add(new Range(from, from + (c < chunks - 1 ? chunk : last) + colluders - 1));
    }
    return data + Range.union(ranges);
  }

  /** The integers from {@code from} (included) to {@code to} (excluded). */
  private record Range(long from, long to) {

    static long union(List<Range> ranges) {
      long count = 0;
      long end = Long.MIN_VALUE;
      for (Range range : ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList()) {
        count += Math.max(0, range.to - Math.max(end, range.from));
        end = Math.max(end, range.to);
      }
      return count;
    }
  }
}
