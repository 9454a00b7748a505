package io.lagrid.algebra.exact;

import java.math.BigInteger;

/**
 * An exact result lies outside the type it was to be returned in: an integer outside int64, or a
 * fixed-point number beyond the largest double.
 */
public final class OverflowException extends ArithmeticException {

  private static final long serialVersionUID = 1;

  /** The row of the result entry. */
  private final int row;

  /** The column of the result entry. */
  private final int column;

  /** The exact integer. */
  private final BigInteger value;

  OverflowException(int row, int column, BigInteger value, String bound) {
    super(
        "entry (row %d, column %d) of the exact result is %s, outside %s"
            .formatted(row, column, value, bound));
    this.row = row;
    this.column = column;
    this.value = value;
  }

  /** The row of the entry in the matrix that was written, counted from 0. */
  public int row() {
    return row;
  }

  /** The column of the entry in the matrix that was written, counted from 0. */
  public int column() {
    return column;
  }

  /** The exact value, before division by the power of two of its fixed point. */
  public BigInteger value() {
    return value;
  }
}
