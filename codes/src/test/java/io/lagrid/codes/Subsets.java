package io.lagrid.codes;

import java.util.ArrayList;
import java.util.List;

/** Subsets of {0, …, n − 1}, and how many there are. */
public final class Subsets {

  private Subsets() {}

  /** Every subset of k elements, each in ascending order; C(n, k) of them. */
  public static List<List<Integer>> ofSize(int n, int k) {
    List<List<Integer>> found = new ArrayList<>();
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) == k) {
        found.add(ofMask(n, mask));
      }
    }
    return found;
  }

  /** Every subset; 2^n of them. */
  public static List<List<Integer>> all(int n) {
    List<List<Integer>> found = new ArrayList<>();
    for (int mask = 0; mask < 1 << n; mask++) {
      found.add(ofMask(n, mask));
    }
    return found;
  }

  /** C(n, k), by Pascal's rule. */
  public static long binomial(int n, int k) {
    if (k < 0 || k > n) {
      return 0;
    }
    return k == 0 || k == n ? 1 : binomial(n - 1, k - 1) + binomial(n - 1, k);
  }

  private static List<Integer> ofMask(int n, int mask) {
    List<Integer> subset = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if ((mask >> i & 1) == 1) {
        subset.add(i);
      }
    }
    return subset;
  }
}
