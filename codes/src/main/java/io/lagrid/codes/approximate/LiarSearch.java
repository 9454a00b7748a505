package io.lagrid.codes.approximate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the answers that do not lie on a smooth curve with the others.
 *
 * <p>The A answers are set aside without which the others fit each other best, by the roughness of
 * {@link SmoothnessScores}: searched among what greedy elimination sets aside, every stretch of A
 * neighbours, and every set of A if there are few; then by exchanging one answer after the other,
 * and two or more for as many that are near each other. Those set aside that the others do not
 * predict are liars; those they predict well are believed again, and the rest are in doubt: not
 * accused, and not used either.
 *
 * <p>The finding is certain if every answer that is believed is predicted by the others. It is not
 * if some are out of line still: more than A lie, or the curve is not smooth enough to tell.
 *
 * <p>What it cannot see: answers off by less than the honest ones' own prediction errors and noise,
 * and more than A liars that agree on a smooth curve of their own. Source of the method: Rousseeuw
 * and Van Driessen, Computing LTS regression for large data sets, 2006. Confined to one thread.
 */
final class LiarSearch {

  private static final int MOST_SETS = 300;
  private static final int SWEEPS = 5;
  private static final int SPARE = 4;
  private static final int NEAR = 2;
  private static final double BELIEVED = 0.125;

  private final SmoothnessScores scores;
  private final int count;
  private final int adversaries;
  private final boolean noisy;
  private boolean[] best;
  private double least = Double.POSITIVE_INFINITY;

  /**
   * What was found.
   *
   * @param liars their positions among the answers; suspects only, if not certain
   * @param doubtful the positions of those that may be lies
   * @param certain whether all the others are in line
   */
  record Finding(NavigableSet<Integer> liars, NavigableSet<Integer> doubtful, boolean certain) {}

  /**
   * A search among answers.
   *
   * @param points where the answers lie, along the line; not modified
   * @param vectors per trial one scalar per answer; not modified
   * @param blocks K + T, how many blocks the encoded curve passes
   * @param wanted how many liars there may be, and the noise of honest answers
   */
  LiarSearch(double[] points, List<double[]> vectors, int blocks, EstimateWanted wanted) {
    this.scores = new SmoothnessScores(points, vectors, 2 * blocks, wanted.noise());
    this.count = points.length;
    this.adversaries = wanted.adversaries();
    this.noisy = wanted.noise() > 0;
    this.best = all();
  }

  /**
   * How many answers it takes to tell A liars apart, K + T + 2A + 2, and to have an {@link
   * ErrorEstimate} without them, {@value ErrorEstimate#QUORUMS}·quorum + A.
   */
  static int leastAnswers(int blocks, int adversaries, int quorum) {
    return Math.max(blocks + 2 * adversaries + 2, ErrorEstimate.QUORUMS * quorum + adversaries);
  }

  /** The liars, if at most A. */
  Finding search() {
    searchSets();
    if (noisy) {
      scores.chooseSmoothing(best);
      least = Double.POSITIVE_INFINITY;
      searchSets();
    }
    SmoothnessScores.Judgement judged = scores.judge(best);
    boolean[] believed = all();
    NavigableSet<Integer> liars = new TreeSet<>();
    NavigableSet<Integer> doubtful = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      if (!best[i] && !(judged.score(i) <= BELIEVED)) {
        (judged.score(i) <= 1 ? doubtful : liars).add(i);
        believed[i] = false;
      }
    }
    NavigableSet<Integer> suspects = outOfLine(believed);
    boolean certain = suspects.isEmpty();
    suspects.addAll(liars);
    return new Finding(suspects, doubtful, certain);
  }

  /** The believed answers that the other believed ones do not predict. */
  private NavigableSet<Integer> outOfLine(boolean[] believed) {
    NavigableSet<Integer> found = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      if (believed[i]) {
        believed[i] = false;
        if (!(scores.judge(believed).score(i) <= 1)) {
          found.add(i);
        }
        believed[i] = true;
      }
    }
    return found;
  }

  private void searchSets() {
    if (binomial(count, adversaries) <= MOST_SETS) {
      trySets(all(), 0, adversaries);
      return;
    }
    tryGreedy();
    tryStretches(all(), adversaries);
    boolean better = true;
    for (int sweep = 0; sweep < SWEEPS && better; sweep++) {
      better = exchange() || exchangeNeighbours();
    }
  }

  private boolean consider(boolean[] kept) {
    double roughness = scores.judge(kept).roughness();
    if (roughness < least) {
      least = roughness;
      best = kept.clone();
      return true;
    }
    return false;
  }

  /** Sets aside, one after the other, the answer without which the rest fit best. */
  private void tryGreedy() {
    boolean[] kept = all();
    for (int dropped = 0; dropped < adversaries; dropped++) {
      kept[worst(kept)] = false;
    }
    consider(kept);
  }

  private int worst(boolean[] kept) {
    int worst = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (kept[i]) {
        kept[i] = false;
        double roughness = scores.judge(kept).roughness();
        kept[i] = true;
        if (worst < 0 || roughness < smallest) {
          smallest = roughness;
          worst = i;
        }
      }
    }
    return worst;
  }

  /** Believes one answer that was set aside again, and sets aside another; whether that helped. */
  private boolean exchange() {
    boolean better = false;
    for (int out = 0; out < count; out++) {
      if (!best[out]) {
        boolean[] kept = best.clone();
        kept[out] = true;
        kept[worst(kept)] = false;
        better |= consider(kept);
      }
    }
    return better;
  }

  /**
   * Believes several answers that were set aside again, and sets aside as many others that are near
   * each other; whether that helped. Leaving out one of two liars side by side does not give it
   * away, as the other one predicts it.
   */
  private boolean exchangeNeighbours() {
    boolean better = false;
    List<Integer> spare = spare();
    for (int one = 0; one < Math.min(spare.size(), SPARE); one++) {
      for (int other = 0; other < one; other++) {
        better |= tryPairs(with(List.of(spare.get(one), spare.get(other))));
      }
    }
    for (int size = 3; size <= spare.size(); size++) {
      better |= tryStretches(with(spare.subList(0, size)), size);
    }
    return better;
  }

  private boolean[] with(List<Integer> again) {
    boolean[] kept = best.clone();
    again.forEach(i -> kept[i] = true);
    return kept;
  }

  /** Those set aside, in the order of how well the others predict them. */
  private List<Integer> spare() {
    SmoothnessScores.Judgement judged = scores.judge(best);
    return IntStream.range(0, count)
        .filter(i -> !best[i])
        .boxed()
        .sorted(Comparator.comparingDouble(judged::score))
        .toList();
  }

  private boolean tryStretches(boolean[] believed, int size) {
    boolean better = false;
    for (int first = 0; first + size <= count; first++) {
      boolean[] kept = believed.clone();
      Arrays.fill(kept, first, first + size, false);
      better |= consider(kept);
    }
    return better;
  }

  private boolean tryPairs(boolean[] kept) {
    boolean better = false;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j <= i + NEAR && j < count; j++) {
        if (kept[i] && kept[j]) {
          kept[i] = false;
          kept[j] = false;
          better |= consider(kept);
          kept[i] = true;
          kept[j] = true;
        }
      }
    }
    return better;
  }

  private void trySets(boolean[] kept, int from, int missing) {
    if (missing == 0) {
      consider(kept);
      return;
    }
    for (int i = from; i < count; i++) {
      kept[i] = false;
      trySets(kept, i + 1, missing - 1);
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
