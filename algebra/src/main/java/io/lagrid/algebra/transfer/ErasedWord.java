package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.transform.PlainTransform;

/**
 * Words of values at some points of a coset aH_n, filled up to all of it: each value y_i times E at
 * its point, and 0 at the others, which are the zeros of E. Immutable and thread-safe.
 */
public final class ErasedWord {

  private final PrimeField field;
  private final Coset coset;
  private final int[] numbers;
  private final double[] factors;
  private final RowTransform backward;

  /**
   * Words at points of these numbers.
   *
   * @param numbers distinct; not modified
   */
  public ErasedWord(Coset coset, int[] numbers) {
    this.field = coset.field();
    this.coset = coset;
    this.numbers = numbers.clone();
    this.factors = Locator.ofMissing(coset, numbers, new PlainTransform()).at(coset);
    this.backward = new RowTransform(field, coset.log(), field.inverse(coset.root()));
  }

  /** The word times E, at all points of the coset. */
  public double[] values(double[] word) {
    double[] values = new double[coset.size()];
    for (int i = 0; i < numbers.length; i++) {
      values[numbers[i]] = field.multiply(word[i], factors[numbers[i]]);
    }
    return values;
  }

  /** The polynomial of degree below n with these values at all points of the coset. */
  public double[] coefficients(double[] values) {
    double[][] rows = new double[values.length][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = values[i];
    }
    backward.apply(rows, new PlainTransform());
    double[] coefficients = new double[values.length];
    double factor = field.inverse(field.of((long) values.length));
    double step = field.inverse(coset.shift());
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = field.multiply(rows[backward.place(k)][0], factor);
      factor = field.multiply(factor, step);
    }
    return coefficients;
  }

  /** The values of a polynomial at all points of the coset. */
  public double[] evaluate(double[] polynomial) {
    return Locator.values(field, polynomial, coset);
  }
}
