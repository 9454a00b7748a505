package io.lagrid.codes.approximate;

import io.lagrid.algebra.interpolation.SmoothingChoice;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The decoder of a {@link CurveCode}: who lies is told by {@link LiarSearch}, λ is chosen by
 * cross-validation on the projections of the others, and the error is estimated by leaving out
 * every other one of them. A round with a target goes on while the error cannot be told.
 *
 * <p>Confined to one thread; good for one round.
 */
final class CurveDecoder implements ApproximateDecoder {

  /** Where liars are possible, an estimate with a larger relative error says nothing. */
  private static final double WORTHLESS = 0.5;

  /** Searching for liars takes its time: how often it is done in a round that has a target. */
  private static final int LOOKS = 20;

  /** What is thought of the answers offered so far. */
  private record State(Decoding decoding, Estimate estimate) {}

  private final CurveCode code;
  private final EstimateWanted wanted;
  private final TreeMap<Integer, double[]> answers = new TreeMap<>();
  private int trials;
  private @Nullable State state;

  CurveDecoder(CurveCode code, EstimateWanted wanted) {
    this.code = code;
    this.wanted = wanted;
    int least = least();
    if (least > code.parameters().workers()) {
      throw new IllegalArgumentException(
          "locating %d adversaries among answers of a curve through %d blocks needs N ≥ %d workers;"
                  .formatted(wanted.adversaries(), code.dataPoints().length, least)
              + " there are "
              + code.parameters().workers());
    }
  }

  /** How many answers there must be: the quorum, and more to tell liars. */
  private int least() {
    int quorum = code.parameters().recoveryThreshold();
    return wanted.adversaries() == 0
        ? quorum
        : LiarSearch.leastAnswers(code.dataPoints().length, wanted.adversaries(), quorum);
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, code.parameters().workers());
    if (answers.containsKey(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    double[] scalars = projection.planes().isEmpty() ? new double[0] : projection.planes().get(0);
    check(scalars);
    answers.put(worker, scalars);
    trials = scalars.length;
    state = null;
    return answers.size() >= wanted.answers() || reachesError();
  }

  private void check(double[] scalars) {
    if (scalars.length == 0 && (wanted.adversaries() > 0 || wanted.relativeError() > 0)) {
      throw new IllegalArgumentException(
          "an answer without projections; liars are located and errors estimated by them");
    }
    if (!answers.isEmpty() && scalars.length != trials) {
      throw new IllegalArgumentException(
          "a projection of %d scalars among those of %d".formatted(scalars.length, trials));
    }
  }

  private boolean reachesError() {
    int every = wanted.adversaries() == 0 ? 1 : 1 + code.parameters().workers() / LOOKS;
    return wanted.relativeError() > 0
        && answers.size() >= least()
        && answers.size() % every == 0
        && outcome() instanceof Decoding.Decodable
        && estimate().relativeError() <= wanted.relativeError();
  }

  @Override
  public Decoding outcome() {
    return state().decoding();
  }

  @Override
  public Estimate estimate() {
    return state().estimate();
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    Set<Integer> all = new HashSet<>(further);
    all.addAll(answers.keySet());
    return all.size() >= least();
  }

  private State state() {
    State known = state;
    if (known == null) {
      known = compute();
      state = known;
    }
    return known;
  }

  private State compute() {
    if (answers.size() < least()) {
      return new State(new Decoding.TooFew(answers.size(), least()), Estimate.NONE);
    }
    double[] points = code.workerPoints();
    List<Integer> responders =
        answers.keySet().stream() // along the curve, so that neighbours follow each other
            .sorted(Comparator.comparingDouble(worker -> points[worker]))
            .toList();
    if (wanted.adversaries() == 0) {
      return decoded(responders, Collections.emptySortedSet());
    }
    LiarSearch.Finding finding =
        new LiarSearch(
                code.pointsOf(responders), vectors(responders), code.dataPoints().length, wanted)
            .search();
    SortedSet<Integer> liars = workers(responders, finding.liars());
    if (!finding.certain()) {
      Decoding unclear = new Decoding.Inconsistent(responders.size(), least(), liars);
      return new State(unclear, Estimate.NONE);
    }
    SortedSet<Integer> unused = workers(responders, finding.doubtful());
    unused.addAll(liars);
    return decoded(responders.stream().filter(w -> !unused.contains(w)).toList(), liars);
  }

  private static SortedSet<Integer> workers(List<Integer> responders, Set<Integer> positions) {
    return new TreeSet<>(positions.stream().map(responders::get).toList());
  }

  private State decoded(List<Integer> used, SortedSet<Integer> liars) {
    double smoothing = smoothing(used);
    Matrix estimator = code.estimator(used, smoothing);
    ErrorEstimate error = new ErrorEstimate(code, used, vectors(used));
    Estimate estimate = error.of(estimator, smoothing);
    boolean useless = error.tells() && !(estimate.relativeError() <= WORTHLESS);
    if (wanted.adversaries() > 0 && useless) {
      return new State(new Decoding.Inconsistent(answers.size(), least(), liars), estimate);
    }
    return new State(new Decoding.Decodable(used, List.of(estimator), liars), estimate);
  }

  private double smoothing(List<Integer> used) {
    boolean chooses = code.parameters().scheme() == CurveScheme.SPLINE && trials > 0;
    return wanted
        .smoothing()
        .orElseGet(
            () ->
                chooses && used.size() > 2
                    ? SmoothingChoice.choose(code.pointsOf(used), vectors(used))
                    : 0);
  }

  /** One vector per trial, with one scalar per worker. */
  private List<double[]> vectors(List<Integer> workers) {
    List<double[]> vectors = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      double[] vector = new double[workers.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = Objects.requireNonNull(answers.get(workers.get(i)))[trial];
      }
      vectors.add(vector);
    }
    return vectors;
  }
}
