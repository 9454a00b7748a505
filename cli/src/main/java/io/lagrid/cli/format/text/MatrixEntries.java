package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.text.MatrixMarketHeader.Field;
import io.lagrid.cli.format.text.MatrixMarketHeader.Symmetry;
import java.util.OptionalDouble;

/**
 * The entries listed in a Matrix Market file, with their mirror images where the file is symmetric.
 * Confined.
 */
abstract class MatrixEntries {

  private final MatrixMarketHeader header;
  private final TextLines lines;

  /** Entries whose values are read from {@code lines}. */
  MatrixEntries(MatrixMarketHeader header, TextLines lines) {
    this.header = header;
    this.lines = lines;
  }

  /** Whether the entries are doubles; else they are longs. */
  final boolean real() {
    return header.field() == Field.REAL;
  }

  /** Adds a double to an entry. */
  abstract void addReal(int row, int column, double value);

  /**
   * Adds a long to an entry.
   *
   * @throws ArithmeticException if the sum does not fit in 64 bits
   */
  abstract void addInteger(int row, int column, long value);

  /** Reads the value of an entry, unless it is understood, and adds it. */
  final void add(int row, int column) {
    boolean mirrored = header.symmetry() != Symmetry.GENERAL && row != column;
    boolean negated = header.symmetry() == Symmetry.SKEW_SYMMETRIC;
    if (real()) {
      double value = number();
      addReal(row, column, value);
      if (mirrored) {
        addReal(column, row, negated ? -value : value);
      }
      return;
    }
    long value = header.field() == Field.INTEGER ? integer() : 1;
    try {
      addInteger(row, column, value);
      if (mirrored) {
        addInteger(column, row, negated ? Math.negateExact(value) : value);
      }
    } catch (ArithmeticException e) {
      throw lines.bad("%d, added to what the entry holds, does not fit in 64 bits", value);
    }
  }

  private double number() {
    String word = lines.word("the value");
    OptionalDouble value = NumberText.real(word);
    if (value.isEmpty()) {
      throw lines.bad("%s is not a number", BadInputException.quote(word));
    }
    return value.getAsDouble();
  }

  private long integer() {
    String word = lines.word("the value");
    if (!NumberText.isInteger(word)) {
      throw lines.bad("%s is not an integer", BadInputException.quote(word));
    }
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw lines.bad("%s does not fit in 64 bits", word);
    }
  }
}
