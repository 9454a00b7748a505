package io.lagrid.codes.gasp;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.minors.EchelonRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The decoder of a {@link GaspCode}: done when the rows of the answers have rank R in every plane.
 *
 * <p>That is with R answers, but for the rare singular set, which needs one more. Confined to one
 * thread; good for one round.
 */
final class GaspDecoder implements Decoder {

  private final GaspCode code;
  private final Arithmetic arithmetic;
  private final int threshold;
  private final Set<Integer> answered = new HashSet<>();
  private final List<Basis> planes;

  /** The last set that {@link #reachable} was asked about, which rarely changes. */
  private Set<Integer> lastAsked = Set.of();

  private boolean lastReply;

  GaspDecoder(GaspCode code, Arithmetic arithmetic) {
    this.code = code;
    this.arithmetic = arithmetic;
    this.threshold = code.parameters().recoveryThreshold();
    this.planes = arithmetic.planes().stream().map(this::emptyBasis).toList();
  }

  private Basis emptyBasis(Field field) {
    Matrix powers = code.points(field).powers();
    return new Basis(powers, new EchelonRows(field, threshold), new ArrayList<>());
  }

  /**
   * The independent rows among those of the answers, in one plane.
   *
   * @param workers whose rows they are
   */
  private record Basis(Matrix powers, EchelonRows rows, List<Integer> workers) {

    void add(int worker) {
      if (rows.size() < powers.columns() && rows.push(EchelonRows.row(powers, worker))) {
        workers.add(worker);
      }
    }

    boolean complete() {
      return rows.size() == powers.columns();
    }

    Basis copy() {
      return new Basis(powers, rows.copy(), new ArrayList<>(workers));
    }
  }

  @Override
  public boolean offer(int worker, Projection projection) {
    Objects.checkIndex(worker, code.parameters().workers());
    if (!answered.add(worker)) {
      throw new IllegalStateException("worker " + worker + " has already answered in this round");
    }
    planes.forEach(basis -> basis.add(worker));
    return decodable();
  }

  @Override
  public Decoding outcome() {
    return decodable()
        ? decoded()
        : new Decoding.TooFew(answered.size(), Math.max(answered.size() + 1, threshold));
  }

  @Override
  public boolean reachable(Collection<Integer> further) {
    Set<Integer> all = new HashSet<>(further);
    all.addAll(answered);
    if (all.size() < threshold || decodable()) {
      return decodable();
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
    return larger.complete();
  }

  private boolean decodable() {
    return planes.stream().allMatch(Basis::complete);
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
    return new Decoding.Decodable(used, coefficients, java.util.Collections.emptySortedSet());
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
