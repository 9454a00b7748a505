package io.lagrid.algebra.field;

import java.util.HashSet;
import java.util.List;

/**
 * How numbers are computed with: an ordered list of fields, one per plane of a block.
 *
 * <ul>
 *   <li>real: one plane over ℝ;
 *   <li>prime: one plane over GF(p);
 *   <li>residue number system: planes over GF(p_1), …, GF(p_r), which together represent the
 *       integers of magnitude below ∏p_i / 2.
 * </ul>
 *
 * <p>A code gives one coefficient matrix per field; a kernel treats planes one after the other. So
 * every code, kernel and cluster works over every arithmetic.
 *
 * @param planes the fields, either exactly one real field or distinct prime fields; copied
 */
public record Arithmetic(List<Field> planes) {

  private static final Arithmetic REAL = new Arithmetic(List.of(RealField.INSTANCE));

  /** Checks that the planes are one real field or distinct prime fields. */
  public Arithmetic {
    planes = List.copyOf(planes);
    if (planes.isEmpty()) {
      throw new IllegalArgumentException("an arithmetic needs at least one plane");
    }
    if (planes.size() > 1 && planes.stream().anyMatch(field -> !field.exact())) {
      throw new IllegalArgumentException("the real field stands alone, not among " + planes);
    }
    if (new HashSet<>(planes).size() < planes.size()) {
      throw new IllegalArgumentException("the primes of " + planes + " are not distinct");
    }
  }

  /** Floating point: one plane over ℝ. */
  public static Arithmetic real() {
    return REAL;
  }

  /**
   * A residue number system over the given primes.
   *
   * @throws IllegalArgumentException if one is not an odd prime below 2^23, or two are equal
   */
  public static Arithmetic residues(List<Integer> primes) {
    return new Arithmetic(primes.stream().<Field>map(PrimeField::of).toList());
  }

  /** The field of one plane. */
  public Field plane(int index) {
    return planes.get(index);
  }

  /** The number of planes. */
  public int size() {
    return planes.size();
  }

  /** Whether results are exact: every plane is a prime field. */
  public boolean exact() {
    return planes.get(0).exact();
  }

  /** The primes, in plane order; empty for the reals. */
  public List<Integer> primes() {
    return planes.stream()
        .filter(PrimeField.class::isInstance)
        .map(field -> ((PrimeField) field).prime())
        .toList();
  }
}
