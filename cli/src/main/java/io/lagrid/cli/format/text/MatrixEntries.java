package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.format.text.MatrixMarketHeader.Field;
import io.lagrid.cli.format.text.MatrixMarketHeader.Symmetry;
import java.util.OptionalDouble;

/**
 * A dense matrix that starts as zeros and to which the entries listed in a Matrix Market file are
 * added, with their mirror images where the file is symmetric. Confined.
 */
final class MatrixEntries {

  private final MatrixMarketHeader header;
  private final TextLines lines;
  private final Shape shape;
  private final long[] longs;
  private final double[] doubles;

  /** A matrix of zeros for entries whose values are read from {@code lines}. */
  MatrixEntries(MatrixMarketHeader header, Shape shape, TextLines lines) {
    this.header = header;
    this.lines = lines;
    this.shape = shape;
    boolean real = header.field() == Field.REAL;
    this.longs = new long[real ? 0 : shape.entries()];
    this.doubles = new double[real ? shape.entries() : 0];
  }

  /** The shape of the whole matrix. */
  Shape shape() {
    return shape;
  }

  /** Reads the value of an entry, unless it is understood, and adds it. */
  void add(int row, int column) {
    int at = row * shape.side(1) + column;
    boolean mirrored = header.symmetry() != Symmetry.GENERAL && row != column;
    int mirror = mirrored ? column * shape.side(1) + row : -1;
    boolean negated = header.symmetry() == Symmetry.SKEW_SYMMETRIC;
    switch (header.field()) {
      case REAL -> addReal(at, mirror, negated);
      case INTEGER -> addInteger(integer(), at, mirror, negated);
      case PATTERN -> addInteger(1, at, mirror, negated);
    }
  }

  private void addReal(int at, int mirror, boolean negated) {
    String word = lines.word("the value");
    OptionalDouble value = NumberText.real(word);
    if (value.isEmpty()) {
      throw lines.bad("%s is not a number", BadInputException.quote(word));
    }
    addReal(at, value.getAsDouble());
    if (mirror >= 0) {
      addReal(mirror, negated ? -value.getAsDouble() : value.getAsDouble());
    }
  }

  private void addReal(int at, double value) {
    doubles[at] = doubles[at] == 0 ? value : doubles[at] + value; // keeps a negative zero
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

  private void addInteger(long value, int at, int mirror, boolean negated) {
    try {
      longs[at] = Math.addExact(longs[at], value);
      if (mirror >= 0) {
        longs[mirror] = Math.addExact(longs[mirror], negated ? Math.negateExact(value) : value);
      }
    } catch (ArithmeticException e) {
      throw lines.bad("%d, added to what the entry holds, does not fit in 64 bits", value);
    }
  }

  /** The matrix. */
  NdArray array() {
    return header.field() == Field.REAL
        ? new DoubleArray(shape, doubles)
        : new LongArray(shape, longs);
  }
}
