package io.lagrid.algebra.polynomial;

import io.lagrid.algebra.field.PrimeField;

/**
 * The extended Euclidean algorithm on two polynomials a and b, stopped at the first remainder of
 * low degree: remainder = cofactor·b + (…)·a. Of the two cofactors only that of b is computed.
 *
 * <p>Rational reconstruction and Gao's decoder (S. Gao, A new algorithm for decoding Reed–Solomon
 * codes, 2003) are this with a = the node polynomial and b = the interpolation polynomial of the
 * received word. O(deg a · (deg a − stop degree)).
 *
 * <p>Immutable and thread-safe, as long as nobody writes to the arrays it hands out.
 */
public final class Euclid {

  private final double[] remainder;
  private final double[] cofactor;

  private Euclid(double[] remainder, double[] cofactor) {
    this.remainder = remainder;
    this.cofactor = cofactor;
  }

  /**
   * The first remainder of degree below {@code stopDegree} in the sequence a, b, a mod b, …, with
   * its cofactor v: remainder ≡ v·b (mod a). If a itself has so low a degree, b is taken to be the
   * first.
   *
   * <p>If the remainder is not b itself, deg v + (degree of the remainder before it) = deg a.
   *
   * @param a not zero; not modified
   * @param b of lower degree than a, or zero; not modified
   * @param stopDegree at least 0; with 0 the sequence ends at the zero remainder
   * @throws IllegalArgumentException if deg b ≥ deg a or the stop degree is negative
   */
  public static Euclid partial(PrimeField field, double[] a, double[] b, int stopDegree) {
    if (Polynomials.degree(b) >= Polynomials.degree(a) || stopDegree < 0) {
      throw new IllegalArgumentException(
          "no partial Euclid on degrees %d and %d down to below %d"
              .formatted(Polynomials.degree(a), Polynomials.degree(b), stopDegree));
    }
    double[] before = a;
    double[] remainder = Polynomials.normalise(b);
    double[] cofactorBefore = new double[0];
    double[] cofactor = {1};
    while (remainder.length > stopDegree) {
      Division division = Division.of(field, before, remainder);
      double[] product = Polynomials.multiply(field, division.quotient(), cofactor);
      double[] next = Polynomials.subtract(field, cofactorBefore, product);
      before = remainder;
      remainder = division.remainder();
      cofactorBefore = cofactor;
      cofactor = next;
    }
    return new Euclid(remainder, cofactor);
  }

  /** The remainder, without leading zeros; retained, do not modify. */
  public double[] remainder() {
    return remainder;
  }

  /** The cofactor of b, without leading zeros; retained, do not modify. */
  public double[] cofactor() {
    return cofactor;
  }
}
