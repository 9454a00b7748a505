package io.lagrid.codes.decode;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.polynomial.Division;
import io.lagrid.algebra.polynomial.Euclid;
import io.lagrid.algebra.polynomial.Polynomials;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the errors in a word of a Reed–Solomon code: the one polynomial f of degree below R, if
 * any, that differs from the word (y_1, …, y_n) at no more than ⌊(n − R)/2⌋ of the points α_i.
 *
 * <p>Let g_0 = Π(x − α_i), and g_1 the interpolation polynomial of the word. The Euclidean
 * algorithm on g_0, g_1 stops at the first remainder g = u·g_0 + v·g_1 of degree below (n + R)/2.
 * If v divides g and f = g/v has degree below R, f is the candidate, and v is zero at its errors;
 * otherwise there is none. The candidate is re-evaluated and its disagreements are counted before
 * it is believed. O(n²).
 *
 * <p>Source: Gao, A new algorithm for decoding Reed–Solomon codes, 2003.
 *
 * <p>Immutable and thread-safe. The points' part of the work is done once and serves every word.
 */
public final class GaoDecoder implements WordDecoder {

  private final PrimeField field;
  private final double[] points;
  private final int dimension;
  private final double[] nodePolynomial;
  private final double[] weights;

  /**
   * A decoder for words at the given points.
   *
   * @param points n distinct elements; copied
   * @param dimension R, with 1 ≤ R ≤ n
   * @throws IllegalArgumentException if R is not between 1 and n
   * @throws ArithmeticException if two points are equal
   */
  public GaoDecoder(PrimeField field, double[] points, int dimension) {
    int n = points.length;
    if (dimension < 1 || dimension > n) {
      throw new IllegalArgumentException(
          "a word of %d entries has no dimension %d; 1 to %d are legal".formatted(n, dimension, n));
    }
    this.field = field;
    this.points = points.clone();
    this.dimension = dimension;
    this.nodePolynomial = Polynomials.fromRoots(field, points);
    double[] derivative = Polynomials.derivative(field, nodePolynomial);
    this.weights = Polynomials.evaluate(field, derivative, points);
    Arrays.setAll(weights, i -> field.inverse(weights[i]));
  }

  @Override
  public int radius() {
    return (points.length - dimension) / 2;
  }

  @Override
  public Optional<int[]> errors(double[] word) {
    return decode(word).map(polynomial -> disagreements(polynomial, word));
  }

  /**
   * The polynomial of the nearest codeword.
   *
   * @param word n elements; not modified
   * @return coefficients from the constant term up, fewer than R + 1 of them, or empty if every
   *     codeword differs in more than {@link #radius()} positions
   * @throws IllegalArgumentException if the word has another length
   */
  public Optional<double[]> decode(double[] word) {
    if (word.length != points.length) {
      throw new IllegalArgumentException(
          "a word of %d entries at %d points".formatted(word.length, points.length));
    }
    double[] interpolant = interpolate(word);
    if (Polynomials.degree(interpolant) < dimension) {
      return Optional.of(Polynomials.normalise(interpolant));
    }
    int stop = (points.length + dimension + 1) / 2;
    Euclid euclid = Euclid.partial(field, nodePolynomial, interpolant, stop);
    Division division = Division.of(field, euclid.remainder(), euclid.cofactor());
    double[] candidate = Polynomials.normalise(division.quotient());
    boolean plausible = division.remainder().length == 0 && candidate.length <= dimension;
    return plausible && disagreements(candidate, word).length <= radius()
        ? Optional.of(candidate)
        : Optional.empty();
  }

  /**
   * Σ_i c_i·g_0(x)/(x − α_i) with c_i = y_i/g_0′(α_i). Since (x^k − α^k)/(x − α) = Σ x^d·α^(k−1−d),
   * its coefficient of x^d is Σ_m g_0[d + 1 + m]·s_m with the power sums s_m = Σ_i c_i·α_i^m: half
   * of the product of g_0 with the s_m in reverse order.
   */
  private double[] interpolate(double[] word) {
    int n = word.length;
    double[] terms = new double[n];
    Arrays.setAll(terms, i -> field.multiply(word[i], weights[i]));
    double[] reversedSums = new double[n];
    for (int m = 0; m < n; m++) {
      reversedSums[n - 1 - m] = field.reduce(sum(terms));
      for (int i = 0; i < n; i++) {
        terms[i] *= points[i];
      }
      field.reduce(terms, 0, n);
    }
    double[] product = Polynomials.multiply(field, nodePolynomial, reversedSums);
    return Arrays.copyOfRange(Arrays.copyOf(product, 2 * n), n, 2 * n);
  }

  /** Exact while there are fewer than 2^30 elements of magnitude below 2^23. */
  private static double sum(double[] elements) {
    double sum = 0;
    for (double element : elements) {
      sum += element;
    }
    return sum;
  }

  private int[] disagreements(double[] polynomial, double[] word) {
    double[] values = Polynomials.evaluate(field, polynomial, points);
    return IntStream.range(0, word.length).filter(i -> values[i] != word[i]).toArray();
  }
}
