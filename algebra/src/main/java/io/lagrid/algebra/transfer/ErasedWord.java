package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.algebra.transform.TransformTable;

/**
 * Words of values at some points of a coset aH_n, filled up to all of it: each value y_i times E at
 * its point, and 0 at the others, which are the zeros of E. Immutable and thread-safe.
 */
public final class ErasedWord {

  private final PrimeField field;
  private final Coset coset;
  private final int[] numbers;
  private final double[] factors;
  private final TransformTable table;

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
    this.table = coset.table();
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
    double[] x = new double[values.length];
    for (int i = 0; i < x.length; i++) {
      x[coset.place(i)] = values[i];
    }
    new PlainTransform().inverse(x, table);
    double factor = field.inverse(field.of((long) values.length));
    double step = field.inverse(coset.shift());
    for (int k = 0; k < x.length; k++) {
      x[k] = field.multiply(field.reduce(x[k]), factor);
      factor = field.multiply(factor, step);
    }
    return x;
  }

  /** The values of a polynomial at all points of the coset. */
  public double[] evaluate(double[] polynomial) {
    return Locator.values(field, polynomial, coset);
  }
}
