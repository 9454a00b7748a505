package io.lagrid.algebra.exact;

import java.util.Arrays;

/**
 * The largest magnitude, the number of non-zeros, and sums of magnitudes and of squares over lines
 * of a matrix with the largest of each. Lines are added whole, or piece by piece in lanes, which
 * compile to vectors. Confined to one thread.
 */
final class LineNorms {

  private final double[] maxima;
  private final double[] counts;
  private final double[] sums;
  private final double[] squares;
  private double largestSum;
  private double largestSquare;
  private double totalSquare;

  LineNorms(int lanes) {
    maxima = new double[lanes];
    counts = new double[lanes];
    sums = new double[lanes];
    squares = new double[lanes];
  }

  /** The largest magnitude; NaN if there was one. */
  double max() {
    return Arrays.stream(maxima).reduce(0, Math::max);
  }

  /** The number of values that are not zero. */
  int nonZeros() {
    return (int) Arrays.stream(counts).sum();
  }

  /** The largest sum of magnitudes over a line. */
  double largestSum() {
    return largestSum;
  }

  /** The largest sum of squares over a line. */
  double largestSquare() {
    return largestSquare;
  }

  /** The sum of squares over all lines. */
  double totalSquare() {
    return totalSquare;
  }

  /** Takes the values into account for {@link #max} and {@link #nonZeros}. */
  void addExtremes(double[] values, int n) {
    double[] m = maxima;
    double[] c = counts;
    for (int j = 0; j < n; j++) {
      double x = Math.abs(values[j]);
      m[j] = Math.max(m[j], x);
      c[j] += Math.min(1, x * 0x1p1000 * 0x1p1000); // at least 1 unless x is zero
    }
  }

  /** Adds {@code n / length} lines that lie one after the other. */
  void addLines(double[] values, int n, int length) {
    for (int from = 0; from < n; from += length) {
      double sum = 0;
      double square = 0;
      for (int j = from; j < from + length; j++) {
        double x = Math.abs(values[j]);
        sum += x;
        square += x * x;
      }
      endLine(sum, square);
    }
  }

  /** Adds value j to lane j. */
  void addToLanes(double[] values, int n) {
    double[] s = sums;
    double[] q = squares;
    for (int j = 0; j < n; j++) {
      double x = Math.abs(values[j]);
      s[j] += x;
      q[j] += x * x;
    }
  }

  /** Ends {@code lines} lines, of which lane j is a part of line j mod {@code lines}. */
  void endLanes(int lines) {
    for (int i = 0; i < lines; i++) {
      double sum = 0;
      double square = 0;
      for (int j = i; j < sums.length; j += lines) {
        sum += sums[j];
        square += squares[j];
      }
      endLine(sum, square);
    }
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }

  private void endLine(double sum, double square) {
    largestSum = Math.max(largestSum, sum);
    largestSquare = Math.max(largestSquare, square);
    totalSquare += square;
  }
}
