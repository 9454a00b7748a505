package io.lagrid.codes.product;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.LocationLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The decoder of plain block products: done when every group has A + 1 answers that agree.
 *
 * <p>Answers are compared by their projections. Among A + 1 answers that agree one is honest, so
 * all are right, and whoever differs has lied. Honest answers of a group agree, so a group hides at
 * least as many liars as answers outside its largest party; more than A of these over all groups is
 * {@link Decoding.Inconsistent}.
 *
 * <p>Confined to one thread; good for one round.
 */
final class RepetitionDecoder implements Decoder {

  private final CodeParameters parameters;
  private final Assignment assignment;
  private final Arithmetic arithmetic;
  private final int adversaries;
  private final Set<Integer> answered = new HashSet<>();
  private final List<Group> groups = new ArrayList<>();
  private int trials;
  private int undecided; // groups
  private int outvoted; // workers: liars, at the least

  RepetitionDecoder(
      CodeParameters parameters, Assignment assignment, Arithmetic arithmetic, int adversaries) {
    LocationLimits.check(parameters, arithmetic, adversaries);
    this.parameters = parameters;
    this.assignment = assignment;
    this.arithmetic = arithmetic;
    this.adversaries = adversaries;
    for (int task = 0; task < assignment.grid().size(); task++) {
      groups.add(new Group());
    }
    undecided = groups.size();
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, parameters.workers());
    if (answered.contains(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    if (adversaries > 0) {
      trials = LocationLimits.checkProjection(projection, arithmetic, trials);
    }
    answered.add(worker);
    Projection compared = adversaries > 0 ? projection : Projection.NONE;
    Group group = groups.get(assignment.task(worker));
    undecided -= decided(group) ? 0 : 1;
    outvoted -= group.outvoted().size();
    group.add(worker, compared);
    undecided += decided(group) ? 0 : 1;
    outvoted += group.outvoted().size();
    return decodable();
  }

  @Override
  public Decoding outcome() {
    if (decodable()) {
      return decoded();
    }
    int threshold = parameters.recoveryThreshold();
    if (outvoted > adversaries) {
      return new Decoding.Inconsistent(answered.size(), threshold + 2 * adversaries, liars());
    }
    int needed = threshold + adversaries + outvoted;
    return new Decoding.TooFew(answered.size(), Math.max(answered.size() + 1, needed));
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    int[] support = groups.stream().mapToInt(group -> group.largest().size()).toArray();
    Set<Integer> fresh = new HashSet<>(further);
    fresh.removeAll(answered);
    fresh.forEach(worker -> support[assignment.task(worker)]++);
    boolean enough = Arrays.stream(support).allMatch(count -> count > adversaries);
    return enough && outvoted <= adversaries;
  }

  private boolean decodable() {
    return undecided == 0 && outvoted <= adversaries;
  }

  private boolean decided(Group group) {
    return group.largest().size() > adversaries;
  }

  private SortedSet<Integer> liars() {
    NavigableSet<Integer> liars = new TreeSet<>();
    groups.stream().filter(this::decided).map(Group::outvoted).forEach(liars::addAll);
    return Collections.unmodifiableNavigableSet(liars);
  }

  private Decoding decoded() {
    List<Integer> used = groups.stream().map(group -> group.largest().get(0)).toList();
    Matrix sums = assignment.sums(); // zeros and ones: the same in every field
    return new Decoding.Decodable(used, Collections.nCopies(arithmetic.size(), sums), liars());
  }

  /** The workers of one block product, in parties that answered alike. */
  private static final class Group {

    private final List<Projection> opinions = new ArrayList<>();
    private final List<List<Integer>> parties = new ArrayList<>();

    void add(int worker, Projection projection) {
      int party = 0;
      while (party < opinions.size() && !opinions.get(party).matches(projection)) {
        party++;
      }
      if (party == opinions.size()) {
        opinions.add(projection);
        parties.add(new ArrayList<>());
      }
      parties.get(party).add(worker);
    }

    /** The party with the most workers; empty while nobody has answered. */
    List<Integer> largest() {
      return parties.stream()
          .reduce((first, second) -> second.size() > first.size() ? second : first)
          .orElse(List.of());
    }

    /** Everybody outside the largest party. */
    List<Integer> outvoted() {
      List<Integer> largest = largest();
      return parties.stream().filter(party -> party != largest).flatMap(List::stream).toList();
    }
  }
}
