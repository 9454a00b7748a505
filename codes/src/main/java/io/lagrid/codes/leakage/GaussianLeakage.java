package io.lagrid.codes.leakage;

import io.lagrid.algebra.linear.Cholesky;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Bounds what T workers learn from their shares when data are hidden by Gaussian noise.
 *
 * <p>Let the shares of a set of workers be D·X + N·Z, X the K data entries at one position, of
 * second moment at most s² each, and Z independent noise of variance σ². Given the covariance C of
 * X, their mutual information is largest if X is Gaussian:
 *
 * <pre>I(X; shares) ≤ ½·log2 det(I + (NNᵀ)^(−1)·DCDᵀ/σ²).</pre>
 *
 * <p>C ≤ K·s²·I in every case, and C ≤ s²·I if the blocks are independent; the bound grows with C.
 * It holds for every position of a block; over a whole block it is to be multiplied by the entries,
 * and over several rounds with fresh noise and the same data by the rounds.
 *
 * <p>Sources: Soleymani, Mahdavifar and Avestimehr, Analog Lagrange coded computing, 2021; Telatar,
 * Capacity of multi-antenna Gaussian channels, 1999. Immutable and thread-safe.
 */
public final class GaussianLeakage {

  /** Sets of colluders are compared exhaustively up to so many. */
  public static final long MOST_SETS = 100_000;

  /** From how many sets of neighbours worse ones are looked for, if there are more. */
  private static final int CLIMBS = 8;

  private final int workers;
  private final List<List<double[]>> rows = new ArrayList<>();
  private final int data;

  /**
   * The leakage of an encoding over the reals.
   *
   * @param encoding its data and noise columns; the rows of all workers, equally many each
   * @param workers N
   */
  public GaussianLeakage(Encoding encoding, int workers) {
    this.workers = workers;
    this.data = encoding.dataBlocks();
    Matrix coefficients = encoding.coefficients();
    int each = coefficients.rows() / workers;
    for (int worker = 0; worker < workers; worker++) {
      List<double[]> own = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        double[] row =
            coefficients.block(worker * each + i, 0, 1, coefficients.columns()).toArray();
        if (own.stream().noneMatch(other -> sameOrNegative(other, row))) {
          own.add(row);
        }
      }
      rows.add(own);
    }
  }

  /**
   * The worst case over the sets of T workers: all of them, up to {@link #MOST_SETS}. If there are
   * more, over sets of neighbours and what exchanging workers makes of them, which is no bound for
   * the others.
   *
   * @param colluders T, positive, at most N
   * @param signalToNoise s/σ: a bound on the data's root mean square over the deviation of the
   *     noise
   */
  public Leakage worst(int colluders, double signalToNoise) {
    return worst(colluders, signalToNoise, MOST_SETS);
  }

  Leakage worst(int colluders, double signalToNoise, long mostSets) {
    if (colluders < 1 || colluders > workers || !(signalToNoise >= 0)) {
      throw new IllegalArgumentException(
          "%d colluders of %d workers, s/σ = %s; 1 ≤ T ≤ N and s/σ ≥ 0 are legal"
              .formatted(colluders, workers, signalToNoise));
    }
    double ratio = signalToNoise * Math.sqrt(data);
    boolean exhaustive = binomial(workers, colluders) <= mostSets;
    Tried tried = new Tried();
    if (exhaustive) {
      tryAll(0, colluders, new ArrayList<>(), set -> tried.note(set, bits(set, ratio)));
    } else {
      climb(colluders, ratio, tried);
    }
    return new Leakage(
        tried.most, bits(tried.worst, signalToNoise), tried.worst, tried.sets, exhaustive);
  }

  /** The worst set so far. */
  private static final class Tried {
    private List<Integer> worst = List.of();
    private double most = -1;
    private long sets;

    void note(List<Integer> set, double bits) {
      sets++;
      if (bits > most) {
        most = bits;
        worst = List.copyOf(set);
      }
    }
  }

  /** From the sets of neighbours that learn the most, one worker is exchanged after the other. */
  private void climb(int colluders, double ratio, Tried all) {
    List<Tried> starts = new ArrayList<>();
    for (int first = 0; first < workers; first++) {
      List<Integer> set = neighbours(first, colluders);
      Tried start = new Tried();
      start.note(set, bits(set, ratio));
      starts.add(start);
    }
    starts.sort(Comparator.comparingDouble(start -> -start.most));
    for (int i = 0; i < starts.size(); i++) {
      Tried start = starts.get(i);
      double before = -1;
      while (i < CLIMBS && start.most > before) {
        before = start.most;
        exchange(start, ratio);
      }
      all.note(start.worst, start.most);
      all.sets += start.sets - 1;
    }
  }

  /** Tries every set that differs from the worst one in one worker. */
  private void exchange(Tried tried, double ratio) {
    List<Integer> from = tried.worst;
    for (int out = 0; out < from.size(); out++) {
      for (int worker = 0; worker < workers; worker++) {
        if (!from.contains(worker)) {
          List<Integer> set = new ArrayList<>(from);
          set.set(out, worker);
          Collections.sort(set);
          tried.note(set, bits(set, ratio));
        }
      }
    }
  }

  /** ½·log2 det(I + (NNᵀ)^(−1)·DDᵀ·ratio²); infinite where the noise does not hide everything. */
  private double bits(List<Integer> set, double ratio) {
    List<double[]> seen = new ArrayList<>();
    set.forEach(worker -> seen.addAll(rows.get(worker)));
    Matrix noise = Matrix.zeros(seen.size(), seen.size());
    Matrix all = Matrix.zeros(seen.size(), seen.size());
    for (int i = 0; i < seen.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double masked = dot(seen.get(i), seen.get(j), data, seen.get(i).length);
        double signal = ratio * ratio * dot(seen.get(i), seen.get(j), 0, data);
        noise.set(i, j, masked);
        all.set(i, j, masked + signal);
      }
    }
    OptionalDouble hidden = Cholesky.logDeterminant(noise);
    OptionalDouble total = Cholesky.logDeterminant(all);
    return hidden.isPresent() && total.isPresent()
        ? Math.max(0, total.getAsDouble() - hidden.getAsDouble()) / (2 * Math.log(2))
        : Double.POSITIVE_INFINITY;
  }

  private static boolean sameOrNegative(double[] one, double[] other) {
    boolean same = true;
    boolean negative = true;
    for (int k = 0; k < one.length; k++) {
      same &= one[k] == other[k];
      negative &= one[k] == -other[k];
    }
    return same || negative;
  }

  private static double dot(double[] one, double[] other, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }

  /** A worker and those whose rows are most like its own, whatever their numbers. */
  private List<Integer> neighbours(int worker, int count) {
    double[] distances = new double[workers];
    Arrays.setAll(distances, other -> distance(rows.get(worker), rows.get(other)));
    return IntStream.range(0, workers)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distances[other]))
        .limit(count)
        .sorted()
        .toList();
  }

  /** The squared distance of rows, each up to its sign. */
  private static double distance(List<double[]> some, List<double[]> others) {
    double sum = 0;
    for (int row = 0; row < Math.min(some.size(), others.size()); row++) {
      double same = 0;
      double negative = 0;
      for (int k = 0; k < some.get(row).length; k++) {
        same += Math.pow(some.get(row)[k] - others.get(row)[k], 2);
        negative += Math.pow(some.get(row)[k] + others.get(row)[k], 2);
      }
      sum += Math.min(same, negative);
    }
    return sum;
  }

  private void tryAll(int from, int missing, List<Integer> chosen, Consumer<List<Integer>> toTry) {
    if (missing == 0) {
      toTry.accept(chosen);
      return;
    }
    for (int worker = from; worker <= workers - missing; worker++) {
      chosen.add(worker);
      tryAll(worker + 1, missing - 1, chosen, toTry);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static double binomial(int n, int k) {
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }
}
