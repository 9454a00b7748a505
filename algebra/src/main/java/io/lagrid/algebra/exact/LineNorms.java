package io.lagrid.algebra.exact;

import java.util.Arrays;

/**
 * Sums of magnitudes and of squares over lines of a matrix, and the largest of each: either one
 * line after the other, or many side by side in lanes. Confined to one thread.
 */
final class LineNorms {

  private final double[] sums;
  private final double[] squares;
  private double largestSum;
  private double largestSquare;
  private double totalSquare;

  LineNorms(int lanes) {
    sums = new double[lanes];
    squares = new double[lanes];
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

  /** Adds values from, …, to − 1 to the current line; four sums hide the latency of addition. */
  void addToLine(double[] values, int from, int to) {
    double sum0 = 0;
    double sum1 = 0;
    double square0 = 0;
    double square1 = 0;
    int j = from;
    for (; j + 1 < to; j += 2) {
      double x = Math.abs(values[j]);
      double y = Math.abs(values[j + 1]);
      sum0 += x;
      sum1 += y;
      square0 += x * x;
      square1 += y * y;
    }
    double last = j < to ? Math.abs(values[j]) : 0;
    sums[0] += sum0 + sum1 + last;
    squares[0] += square0 + square1 + last * last;
  }

  /** Ends the current line. */
  void endLine() {
    endLanes(1);
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
      largestSum = Math.max(largestSum, sum);
      largestSquare = Math.max(largestSquare, square);
      totalSquare += square;
    }
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }
}
