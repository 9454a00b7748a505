package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.polynomial.Polynomials;
import io.lagrid.algebra.transform.LongProduct;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A polynomial over GF(p) given by its zeros, as the product of a tree of fast products, O(n log²
 * n), with its values on cosets. Immutable and thread-safe.
 */
final class Locator {

  /** Below this degree the schoolbook product is faster. */
  private static final int SHORT = 64;

  private final PrimeField field;
  private final double[] coefficients;

  private Locator(PrimeField field, double[] coefficients) {
    this.field = field;
    this.coefficients = coefficients;
  }

  /** The polynomial whose zeros are the points of a coset without those of the given numbers. */
  static Locator ofMissing(Coset coset, int[] numbers, TransformKernel kernel) {
    BitSet present = new BitSet(coset.size());
    Arrays.stream(numbers).forEach(present::set);
    double[] points = coset.points(coset.size());
    int[] missing = IntStream.range(0, coset.size()).filter(i -> !present.get(i)).toArray();
    double[] zeros = new double[missing.length];
    Arrays.setAll(zeros, i -> points[missing[i]]);
    return new Locator(
        coset.field(), product(coset.field(), zeros, 0, zeros.length, new LongProduct(kernel)));
  }

  private static double[] product(
      PrimeField field, double[] zeros, int first, int end, LongProduct products) {
    if (end - first <= SHORT) {
      return Polynomials.fromRoots(field, Arrays.copyOfRange(zeros, first, end));
    }
    int middle = (first + end) >>> 1;
    return products.multiply(
        field,
        product(field, zeros, first, middle, products),
        product(field, zeros, middle, end, products));
  }

  /** x·E', for this polynomial E. */
  Locator timesDerivative() {
    double[] terms = new double[coefficients.length];
    Arrays.setAll(terms, k -> field.multiply(coefficients[k], field.of((long) k)));
    return new Locator(field, terms);
  }

  /** The values at all points of a coset, in order. */
  double[] at(Coset coset) {
    return values(field, coefficients, coset);
  }

  /** The values of a polynomial at all points of a coset, in order. */
  static double[] values(PrimeField field, double[] polynomial, Coset coset) {
    int n = coset.size();
    double[] x = new double[n];
    double power = 1;
    for (int k = 0; k < polynomial.length; k++) {
      x[k % n] = field.add(x[k % n], field.multiply(polynomial[k], power));
      power = field.multiply(power, coset.shift());
    }
    new PlainTransform().forward(x, x, coset.table());
    double[] values = new double[n];
    Arrays.setAll(values, i -> field.reduce(x[coset.place(i)]));
    return values;
  }
}
