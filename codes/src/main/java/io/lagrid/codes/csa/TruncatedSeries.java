package io.lagrid.codes.csa;

import io.lagrid.algebra.field.Field;

/**
 * A power series in t over any field, known up to a fixed number of terms, to be multiplied and
 * divided by linear factors. Confined to one thread.
 */
final class TruncatedSeries {

  private final Field field;
  private final double[] terms;

  private TruncatedSeries(Field field, double[] terms) {
    this.field = field;
    this.terms = terms;
  }

  /** The series 1 with so many terms. */
  static TruncatedSeries one(Field field, int terms) {
    double[] one = new double[terms];
    one[0] = 1;
    return new TruncatedSeries(field, one);
  }

  /** An independent copy. */
  TruncatedSeries copy() {
    return new TruncatedSeries(field, terms.clone());
  }

  /** The coefficient of t^k. */
  double term(int k) {
    return terms[k];
  }

  /** Multiplies by (constant + slope·t). */
  void multiply(double constant, double slope) {
    for (int k = terms.length - 1; k > 0; k--) {
      terms[k] = field.add(field.multiply(constant, terms[k]), field.multiply(slope, terms[k - 1]));
    }
    terms[0] = field.multiply(constant, terms[0]);
  }

  /**
   * Divides by (constant + slope·t).
   *
   * @throws ArithmeticException if the constant is zero
   */
  void divide(double constant, double slope) {
    double inverse = field.inverse(constant);
    terms[0] = field.multiply(terms[0], inverse);
    for (int k = 1; k < terms.length; k++) {
      double rest = field.subtract(terms[k], field.multiply(slope, terms[k - 1]));
      terms[k] = field.multiply(rest, inverse);
    }
  }
}
