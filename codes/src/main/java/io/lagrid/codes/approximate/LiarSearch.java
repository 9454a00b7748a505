package io.lagrid.codes.approximate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds the answers that do not lie on a smooth curve with the others.
 *
 * <p>An explanation is a set of at most A answers, taken for lies, such that every other answer is
 * predicted by the rest about as well as a smooth curve can be ({@link SmoothnessScores}), and
 * every answer of the set is not. Explanations are searched by least trimmed squares: from many
 * starting sets, drop the A answers that are predicted worst by the others, predict again, until
 * the set stays. All sets of A answers are starts if there are few; else every stretch of A
 * neighbours, and what greedy elimination drops.
 *
 * <p>The finding is certain if there is exactly one smallest explanation. It is not if there is
 * none – more than A lie, or the curve is not smooth enough to tell – or if there are several.
 *
 * <p>What it cannot see: answers off by less than the honest ones' own prediction errors and noise.
 * Source of the method: Rousseeuw and Van Driessen, Computing LTS regression for large data sets,
 * 2006. Confined to one thread.
 */
final class LiarSearch {

  private static final int STEPS = 6;
  private static final int MOST_STARTS = 300;

  private final SmoothnessScores scores;
  private final int count;

  /**
   * What was found.
   *
   * @param positions of the liars among the answers; suspects only, if not certain
   * @param certain whether this is the only explanation
   */
  record Finding(NavigableSet<Integer> positions, boolean certain) {}

  /**
   * A search among answers.
   *
   * @param points where the answers lie; not modified
   * @param vectors per trial one scalar per answer; not modified
   * @param blocks K + T, how many blocks the encoded curve passes
   */
  LiarSearch(double[] points, List<double[]> vectors, int blocks) {
    this.scores = new SmoothnessScores(points, vectors, 2 * blocks);
    this.count = points.length;
  }

  /** How many answers it takes to tell A liars apart: K + T + 2A + 2. */
  static int leastAnswers(int blocks, int adversaries) {
    return blocks + 2 * adversaries + 2;
  }

  /** The liars, if at most {@code adversaries}. */
  Finding search(int adversaries, double noise) {
    NavigableSet<Integer> suspects = new TreeSet<>();
    Optional<NavigableSet<Integer>> best = Optional.empty();
    boolean unique = true;
    for (boolean[] start : starts(adversaries, noise)) {
      boolean[] kept = settle(start, adversaries, noise);
      NavigableSet<Integer> outliers = outliers(kept, noise);
      boolean explains = outliers.stream().noneMatch(i -> kept[i]);
      if (!explains) {
        suspects.addAll(outliers);
      } else if (best.isEmpty() || outliers.size() < best.get().size()) {
        best = Optional.of(outliers);
        unique = true;
      } else if (outliers.size() == best.get().size() && !outliers.equals(best.get())) {
        unique = false;
        suspects.addAll(outliers);
      }
    }
    if (best.isPresent() && unique) {
      return new Finding(best.get(), true);
    }
    best.ifPresent(suspects::addAll);
    return new Finding(suspects, false);
  }

  private NavigableSet<Integer> outliers(boolean[] kept, double noise) {
    double[] judged = scores.judge(kept, noise);
    NavigableSet<Integer> outliers = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      if (judged[i] > 1) {
        outliers.add(i);
      }
    }
    return outliers;
  }

  private boolean[] settle(boolean[] start, int adversaries, double noise) {
    boolean[] kept = start;
    for (int step = 0; step < STEPS; step++) {
      boolean[] next = withoutWorst(scores.judge(kept, noise), adversaries);
      if (Arrays.equals(next, kept)) {
        break;
      }
      kept = next;
    }
    return kept;
  }

  private boolean[] withoutWorst(double[] judged, int adversaries) {
    boolean[] kept = all();
    for (int dropped = 0; dropped < adversaries; dropped++) {
      int worst = -1;
      for (int i = 0; i < count; i++) {
        worst = kept[i] && (worst < 0 || judged[i] > judged[worst]) ? i : worst;
      }
      kept[worst] = false;
    }
    return kept;
  }

  private List<boolean[]> starts(int adversaries, double noise) {
    List<boolean[]> starts = new ArrayList<>();
    starts.add(greedy(adversaries, noise));
    if (binomial(count, adversaries) <= MOST_STARTS) {
      collect(all(), 0, adversaries, starts);
      return starts;
    }
    int stretches = count - adversaries + 1;
    int stride = (stretches + MOST_STARTS - 1) / MOST_STARTS;
    for (int first = 0; first < stretches; first += stride) {
      boolean[] kept = all();
      Arrays.fill(kept, first, first + adversaries, false);
      starts.add(kept);
    }
    return starts;
  }

  /** Drops the worst predicted answer, one after the other. */
  private boolean[] greedy(int adversaries, double noise) {
    boolean[] kept = all();
    for (int dropped = 0; dropped < adversaries; dropped++) {
      double[] judged = scores.judge(kept, noise);
      int worst = -1;
      for (int i = 0; i < count; i++) {
        worst = kept[i] && (worst < 0 || judged[i] > judged[worst]) ? i : worst;
      }
      kept[worst] = false;
    }
    return kept;
  }

  private void collect(boolean[] kept, int from, int missing, List<boolean[]> starts) {
    if (missing == 0) {
      starts.add(kept.clone());
      return;
    }
    for (int i = from; i < count; i++) {
      kept[i] = false;
      collect(kept, i + 1, missing - 1, starts);
      kept[i] = true;
    }
  }

  private boolean[] all() {
    boolean[] kept = new boolean[count];
    Arrays.fill(kept, true);
    return kept;
  }

  private static double binomial(int n, int k) {
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }
}
