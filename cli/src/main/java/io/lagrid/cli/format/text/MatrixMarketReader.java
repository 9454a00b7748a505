package io.lagrid.cli.format.text;

import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.format.text.MatrixMarketHeader.Layout;
import io.lagrid.cli.format.text.MatrixMarketHeader.Symmetry;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Reads one Matrix Market file. Entries listed twice are added, as matrix assembly writes them. */
final class MatrixMarketReader {

  /** The most entries a coordinate file may have with its zeros filled in: 1 GiB. */
  static final int LARGEST_DENSE = 1 << 27;

  private static final char COMMENT = '%';

  private final TextLines lines;
  private final String source;

  MatrixMarketReader(BufferedReader reader, String source) {
    this.lines = new TextLines(reader, source);
    this.source = source;
  }

  /** The whole matrix, its zeros written out. */
  NdArray read() throws IOException {
    MatrixMarketHeader header = header();
    int rows = lines.integer("the number of rows", 0, Shape.LARGEST);
    int columns = columns(header, rows);
    int largest = header.layout() == Layout.COORDINATE ? LARGEST_DENSE : Shape.LARGEST;
    if ((long) rows * columns > largest) {
      throw lines.bad(
          "%dx%d entries are more than the %d that can be held", rows, columns, largest);
    }
    DenseEntries entries = new DenseEntries(header, Shape.of(rows, columns), lines);
    if (header.layout() == Layout.COORDINATE) {
      coordinates(header, entries, rows, columns);
    } else {
      lines.end("the sizes");
      columns(header, entries, rows, columns);
    }
    end();
    return entries.array();
  }

  /** The entries listed in a file of coordinates; empty if all are listed. */
  Optional<SparseOperand> readSparse() throws IOException {
    MatrixMarketHeader header = header();
    if (header.layout() != Layout.COORDINATE) {
      return Optional.empty();
    }
    int rows = lines.integer("the number of rows", 0, Shape.LARGEST);
    int columns = columns(header, rows);
    SparseEntries entries = new SparseEntries(header, lines);
    coordinates(header, entries, rows, columns);
    end();
    try {
      return Optional.of(entries.matrix(rows, columns));
    } catch (ArithmeticException e) {
      throw BadInputException.in(
          source, "entries listed more than once add up to more than 64 bits hold");
    }
  }

  /** The first line; goes to the line of sizes. */
  private MatrixMarketHeader header() throws IOException {
    if (!lines.next()) {
      throw BadInputException.in(source, "the file is empty; a Matrix Market file is expected");
    }
    MatrixMarketHeader header = MatrixMarketHeader.parse(lines);
    content("the line of sizes");
    return header;
  }

  private int columns(MatrixMarketHeader header, int rows) {
    int columns = lines.integer("the number of columns", 0, Shape.LARGEST);
    if (header.symmetry() != Symmetry.GENERAL && rows != columns) {
      throw lines.bad("a symmetric matrix is square, not %dx%d", rows, columns);
    }
    return columns;
  }

  private void end() throws IOException {
    if (lines.nextContent(COMMENT)) {
      throw lines.bad(
          "%s follows after the last entry", BadInputException.quote(lines.line().strip()));
    }
  }

  private void content(String what) throws IOException {
    if (!lines.nextContent(COMMENT)) {
      throw lines.bad("the file ends where %s is expected", what);
    }
  }

  private void coordinates(MatrixMarketHeader header, MatrixEntries entries, int rows, int columns)
      throws IOException {
    int count = lines.integer("the number of entries", 0, Integer.MAX_VALUE);
    lines.end("the sizes");
    for (int k = 1; k <= count; k++) {
      content("entry " + k + " of " + count);
      int row = lines.integer("the row index", 1, rows) - 1;
      int column = lines.integer("the column index", 1, columns) - 1;
      if (row < header.symmetry().firstRow(column)) {
        throw lines.bad(
            "entry (%d, %d) is %s the diagonal; a %s file lists entries %sbelow it",
            row + 1,
            column + 1,
            row == column ? "on" : "above",
            header.symmetry(),
            header.symmetry() == Symmetry.SYMMETRIC ? "on or " : "");
      }
      entries.add(row, column);
      lines.end("the entry");
    }
  }

  private void columns(MatrixMarketHeader header, MatrixEntries entries, int rows, int columns)
      throws IOException {
    for (int column = 0; column < columns; column++) {
      for (int row = header.symmetry().firstRow(column); row < rows; row++) {
        content("entry (" + (row + 1) + ", " + (column + 1) + ")");
        entries.add(row, column);
        lines.end("the value");
      }
    }
  }
}
