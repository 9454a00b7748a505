package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The decoder of an {@link EvaluationCode}: any R correct answers suffice.
 *
 * <p>With A adversaries to locate, each scalar of the projections, taken over the n workers that
 * answered, is a word of an [n, R] Reed–Solomon code with errors at the liars. Every word is
 * decoded ({@link GaoDecoder}), and the located errors of all words are united into e liars. The
 * result is accepted as soon as
 *
 * <pre>e ≤ A  and  n ≥ R + A + e.</pre>
 *
 * <p>Proof that it is then the only one possible: let two codewords lie within A and within e
 * errors of the same n answers. They agree with each other in at least n − A − e ≥ R places, and
 * two polynomials of degree below R that agree at R points are equal. So R + A answers do when
 * nobody has lied yet, and R + 2A always do, as in R + S + 2A ≤ N. Fewer answers are never decoded,
 * and an answer set that lies beyond A errors is {@link Decoding.Inconsistent}.
 *
 * <p>Confined to one thread; good for one round.
 */
public final class ThresholdDecoder implements Decoder {

  private final EvaluationCode code;
  private final Arithmetic arithmetic;
  private final int adversaries;
  private final int threshold;
  private final List<Integer> workers = new ArrayList<>();
  private final List<Projection> projections = new ArrayList<>();
  private int trials;

  /** The located liars; absent while some word lies beyond the unique decoding radius. */
  private Optional<SortedSet<Integer>> liars = Optional.of(new TreeSet<>());

  /**
   * At least so many answers are wrong: the largest distance of a word from its nearest codeword.
   */
  private int leastLiars;

  ThresholdDecoder(EvaluationCode code, Arithmetic arithmetic, int adversaries) {
    LocationLimits.check(code.parameters(), arithmetic, adversaries);
    this.code = code;
    this.arithmetic = arithmetic;
    this.adversaries = adversaries;
    this.threshold = code.parameters().recoveryThreshold();
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, code.parameters().workers());
    if (workers.contains(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    if (adversaries > 0) {
      trials = LocationLimits.checkProjection(projection, arithmetic, trials);
    }
    workers.add(worker);
    projections.add(projection);
    if (adversaries > 0 && workers.size() >= threshold + adversaries) {
      locate();
    }
    return decodable();
  }

  @Override
  public Decoding outcome() {
    int answered = workers.size();
    int always = threshold + 2 * adversaries;
    if (decodable()) {
      return decoded(liars.orElseThrow());
    }
    return answered >= always
        ? new Decoding.Inconsistent(answered, always, liars.orElseGet(TreeSet::new))
        : new Decoding.TooFew(answered, Math.max(answered + 1, needed(leastLiars)));
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    Set<Integer> all = new HashSet<>(further);
    all.addAll(workers);
    boolean open = workers.size() < threshold + 2 * adversaries && all.size() > workers.size();
    return decodable() || (open && all.size() >= needed(leastLiars));
  }

  private boolean decodable() {
    return liars.isPresent()
        && liars.get().size() <= adversaries
        && workers.size() >= needed(liars.get().size());
  }

  /** How many answers make the result unique when so many of them are wrong. */
  private int needed(int wrong) {
    return threshold + adversaries + wrong;
  }

  private Decoding decoded(SortedSet<Integer> rejected) {
    List<Integer> used =
        workers.stream()
            .filter(worker -> !rejected.contains(worker))
            .limit(threshold)
            .sorted() // the same set in any order of arrival meets the same decode matrix
            .toList();
    List<PointTransfer> transfers =
        arithmetic.planes().stream()
            .flatMap(field -> code.decodeTransfer(field, used).stream())
            .toList();
    if (transfers.size() == arithmetic.size()) {
      return new Decoding.Decodable(used, List.of(), rejected, transfers);
    }
    List<Matrix> coefficients =
        arithmetic.planes().stream().map(field -> code.decodeMatrix(field, used)).toList();
    return new Decoding.Decodable(used, coefficients, rejected);
  }

  private void locate() {
    NavigableSet<Integer> located = new TreeSet<>();
    liars = Optional.empty();
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      PrimeField field = (PrimeField) arithmetic.plane(plane);
      WordDecoder gao = code.wordDecoder(field, workers);
      for (int trial = 0; trial < trials; trial++) {
        Optional<int[]> errors = gao.errors(word(plane, trial));
        leastLiars =
            Math.max(leastLiars, errors.map(found -> found.length).orElse(gao.radius() + 1));
        if (errors.isEmpty()) {
          return;
        }
        Arrays.stream(errors.get()).mapToObj(workers::get).forEach(located::add);
      }
    }
    liars = Optional.of(Collections.unmodifiableNavigableSet(located));
  }

  /** One scalar per worker that answered, in order of arrival. */
  private double[] word(int plane, int trial) {
    return projections.stream()
        .mapToDouble(projection -> projection.planes().get(plane)[trial])
        .toArray();
  }
}
