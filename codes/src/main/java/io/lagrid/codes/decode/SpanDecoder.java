package io.lagrid.codes.decode;

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
 * The decoder of a {@link SpanCode}: done when the rows of the answers span the unknowns in every
 * plane. Rows over the reals must be integers, and smaller than half the prime modulo which they
 * are judged: where they are independent there, they are so over the reals. Confined to one thread;
 * good for one round.
 */
final class SpanDecoder implements Decoder {

  private static final PrimeField WHERE_REALS_ARE_JUDGED = PrimeField.of(Primes.largest(1).get(0));

  private final SpanCode code;
  private final Arithmetic arithmetic;
  private final Set<Integer> answered = new HashSet<>();
  private final List<Basis> planes;

  /** The last set that {@link #reachable} was asked about, which rarely changes. */
  private Set<Integer> lastAsked = Set.of();

  private boolean lastReply;

  SpanDecoder(SpanCode code, Arithmetic arithmetic) {
    this.code = code;
    this.arithmetic = arithmetic;
    this.planes = arithmetic.planes().stream().map(this::emptyBasis).toList();
  }

  private Basis emptyBasis(Field field) {
    Matrix rows = code.rows(field);
    Field judge = field.exact() ? field : WHERE_REALS_ARE_JUDGED;
    if (!field.exact()) {
      requireIntegers(rows);
    }
    return new Basis(rows, new EchelonRows(judge, rows.columns()), new ArrayList<>());
  }

  private static void requireIntegers(Matrix rows) {
    int largest = WHERE_REALS_ARE_JUDGED.prime() / 2;
    for (int i = 0; i < rows.rows(); i++) {
      for (int j = 0; j < rows.columns(); j++) {
        double entry = rows.get(i, j);
        if (entry != Math.rint(entry) || !(Math.abs(entry) <= largest)) {
          throw new IllegalArgumentException(
              "row %d over the reals has the entry %s; integers from −%d to %d are legal"
                  .formatted(i, entry, largest, largest));
        }
      }
    }
  }

  /**
   * The independent rows among those of the answers, in one plane.
   *
   * @param all every worker's row
   * @param workers whose rows they are
   */
  private record Basis(Matrix all, EchelonRows independent, List<Integer> workers) {

    void add(int worker) {
      if (missing() > 0 && independent.push(EchelonRows.row(all, worker))) {
        workers.add(worker);
      }
    }

    int missing() {
      return all.columns() - independent.size();
    }

    Basis copy() {
      return new Basis(all, independent.copy(), new ArrayList<>(workers));
    }
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, code.parameters().workers());
    if (!answered.add(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    planes.forEach(basis -> basis.add(worker));
    return missing() == 0;
  }

  @Override
  public Decoding outcome() {
    return missing() == 0
        ? decoded()
        : new Decoding.TooFew(answered.size(), answered.size() + missing());
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    Set<Integer> all = new HashSet<>(further);
    all.addAll(answered);
    if (missing() == 0 || planes.stream().anyMatch(basis -> all.size() < basis.all().columns())) {
      return missing() == 0;
    }
    if (!all.equals(lastAsked)) {
      lastAsked = all;
      lastReply = planes.stream().allMatch(basis -> completes(basis, all));
    }
    return lastReply;
  }

  private static boolean completes(Basis basis, Set<Integer> workers) {
    Basis larger = basis.copy();
    workers.forEach(larger::add); // those that answered depend on what is there
    return larger.missing() == 0;
  }

  /** How many answers more are needed at least. */
  private int missing() {
    return planes.stream().mapToInt(Basis::missing).max().orElse(0);
  }

  /** The answers used in any plane; a plane that does without one gives it the coefficient 0. */
  private Decoding decoded() {
    List<Integer> used =
        planes.stream().flatMap(basis -> basis.workers().stream()).distinct().sorted().toList();
    List<Matrix> coefficients = new ArrayList<>();
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      List<Integer> own = planes.get(plane).workers().stream().sorted().toList();
      Matrix matrix = code.decodeMatrix(arithmetic.plane(plane), own);
      coefficients.add(own.equals(used) ? matrix : spread(matrix, own, used));
    }
    return new Decoding.Decodable(used, coefficients, Collections.emptySortedSet());
  }

  private static Matrix spread(Matrix matrix, List<Integer> own, List<Integer> used) {
    Matrix wide = Matrix.zeros(matrix.rows(), used.size());
    for (int column = 0; column < own.size(); column++) {
      wide.block(0, used.indexOf(own.get(column)), matrix.rows(), 1)
          .write(matrix.block(0, column, matrix.rows(), 1));
    }
    return wide;
  }
}
