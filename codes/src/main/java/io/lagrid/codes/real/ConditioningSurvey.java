package io.lagrid.codes.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.ProductCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a code does to rounding errors over its sets of R responders: the {@link Amplification} in
 * the typical and in the worst case, known before any worker has answered.
 *
 * @param typical the median over the sets looked at
 * @param worst the largest over the sets looked at
 * @param sets how many sets those were
 * @param exhaustive whether they were all there are; else worst is a lower bound, over random sets
 *     and those where consecutive workers are missing (the worst there are for points on a line or
 *     a circle)
 */
public record ConditioningSurvey(double typical, double worst, int sets, boolean exhaustive) {

  /**
   * Looks at all sets of R responders if there are no more than {@code most}; else at gaps of N − R
   * consecutive workers, all of them or {@code most}, evenly spread, and at random sets, {@code
   * most} of them.
   *
   * @param code one that works over the reals
   * @param most how many sets to look at, positive; each costs O(R³)
   * @param random draws the random sets
   */
  public static ConditioningSurvey of(ProductCode code, int most, Randomness random) {
    if (most < 1) {
      throw new IllegalArgumentException("a survey of " + most + " sets; 1 is the least");
    }
    int workers = code.parameters().workers();
    int threshold = code.parameters().recoveryThreshold();
    int gaps = Math.min(workers, most);
    boolean exhaustive = binomial(workers, threshold, most) <= most;
    List<List<Integer>> sets = new ArrayList<>();
    if (exhaustive) {
      collect(workers, threshold, new ArrayList<>(), sets);
    } else {
      for (int i = 0; i < gaps; i++) {
        sets.add(gap(workers, threshold, i * workers / gaps));
      }
      for (int i = 0; i < most; i++) {
        sets.add(draw(workers, threshold, random));
      }
    }
    double[] found = sets.stream().mapToDouble(set -> Amplification.of(code, set)).toArray();
    double[] typical = exhaustive ? found.clone() : Arrays.copyOfRange(found, gaps, found.length);
    Arrays.sort(typical);
    double worst = Arrays.stream(found).max().orElseThrow();
    return new ConditioningSurvey(typical[typical.length / 2], worst, found.length, exhaustive);
  }

  /** C(n, k), or a number above the limit if that is larger. */
  private static double binomial(int n, int k, int limit) {
    double count = 1;
    for (int i = 1; i <= Math.min(k, n - k) && count <= limit; i++) {
      count = count * (n - Math.min(k, n - k) + i) / i;
    }
    return count;
  }

  private static void collect(
      int workers, int missing, List<Integer> chosen, List<List<Integer>> sets) {
    if (missing == 0) {
      sets.add(List.copyOf(chosen));
      return;
    }
    int first = chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1) + 1;
    for (int worker = first; worker <= workers - missing; worker++) {
      chosen.add(worker);
      collect(workers, missing - 1, chosen, sets);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static List<Integer> gap(int workers, int threshold, int first) {
    List<Integer> set = new ArrayList<>();
    for (int i = 0; i < threshold; i++) {
      set.add((first + i) % workers);
    }
    Collections.sort(set);
    return List.copyOf(set);
  }

  private static List<Integer> draw(int workers, int threshold, Randomness random) {
    List<Integer> all = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      all.add(worker);
    }
    for (int i = 0; i < threshold; i++) {
      Collections.swap(all, i, i + random.nextInt(workers - i));
    }
    return all.subList(0, threshold).stream().sorted().toList();
  }
}
