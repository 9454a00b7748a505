package io.lagrid.codes.rateless;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.minors.EchelonRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The decoder of an {@link LtCode}: done when the rows of m answers are independent in every plane.
 * An answer that depends on earlier ones in some plane is not used. Confined to one thread; good
 * for one round.
 */
final class LtDecoder implements Decoder {

  private static final Field WHERE_REALS_ARE_JUDGED = PrimeField.of(Primes.largest(1).get(0));

  private final LtCode code;
  private final Arithmetic arithmetic;
  private final Set<Integer> answered = new HashSet<>();
  private final Independent independent;

  /** The last set that {@link #reachable} was asked about, which rarely changes. */
  private Set<Integer> lastAsked = Set.of();

  private boolean lastReply;

  LtDecoder(LtCode code, Arithmetic arithmetic) {
    this.code = code;
    this.arithmetic = arithmetic;
    List<EchelonRows> planes = new ArrayList<>();
    for (Field field : arithmetic.planes()) {
      Field judge = field.exact() ? field : WHERE_REALS_ARE_JUDGED;
      planes.add(new EchelonRows(judge, code.parameters().rowBlocks()));
    }
    this.independent = new Independent(code, planes, new ArrayList<>());
  }

  /** Workers whose rows are independent in every plane. */
  private record Independent(LtCode code, List<EchelonRows> planes, List<Integer> workers) {

    void add(int worker) {
      double[] row = EchelonRows.row(code.rows(), worker);
      if (!complete() && planes.stream().allMatch(rows -> rows.independent(row))) {
        planes.forEach(rows -> rows.push(row));
        workers.add(worker);
      }
    }

    boolean complete() {
      return workers.size() == code.parameters().rowBlocks();
    }

    Independent copy() {
      return new Independent(
          code, planes.stream().map(EchelonRows::copy).toList(), new ArrayList<>(workers));
    }
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, code.parameters().workers());
    if (!answered.add(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    independent.add(worker);
    return independent.complete();
  }

  @Override
  public Decoding outcome() {
    if (!independent.complete()) {
      int missing = code.parameters().rowBlocks() - independent.workers().size();
      return new Decoding.TooFew(answered.size(), answered.size() + missing);
    }
    List<Integer> used = independent.workers().stream().sorted().toList();
    List<Matrix> coefficients =
        arithmetic.planes().stream().map(field -> code.decodeMatrix(field, used)).toList();
    return new Decoding.Decodable(used, coefficients, Collections.emptySortedSet());
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    Set<Integer> all = new HashSet<>(further);
    all.addAll(answered);
    if (independent.complete() || all.size() < code.parameters().rowBlocks()) {
      return independent.complete();
    }
    if (!all.equals(lastAsked)) {
      Independent larger = independent.copy();
      all.forEach(larger::add); // those that answered depend on what is there
      lastAsked = all;
      lastReply = larger.complete();
    }
    return lastReply;
  }
}
