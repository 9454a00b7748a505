package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.format.text.MatrixMarketHeader.Layout;
import io.lagrid.cli.format.text.MatrixMarketHeader.Symmetry;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads one Matrix Market file into a dense array. Entries listed twice are added, as matrix
 * assembly writes them.
 */
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

  NdArray read() throws IOException {
    if (!lines.next()) {
      throw BadInputException.in(source, "the file is empty; a Matrix Market file is expected");
    }
    MatrixMarketHeader header = MatrixMarketHeader.parse(lines);
    content("the line of sizes");
    int rows = lines.integer("the number of rows", 0, Shape.LARGEST);
    int columns = lines.integer("the number of columns", 0, Shape.LARGEST);
    if (header.symmetry() != Symmetry.GENERAL && rows != columns) {
      throw lines.bad("a symmetric matrix is square, not %dx%d", rows, columns);
    }
    int largest = header.layout() == Layout.COORDINATE ? LARGEST_DENSE : Shape.LARGEST;
    if ((long) rows * columns > largest) {
      throw lines.bad(
          "%dx%d entries are more than the %d that can be held", rows, columns, largest);
    }
    MatrixEntries entries = new MatrixEntries(header, Shape.of(rows, columns), lines);
    if (header.layout() == Layout.COORDINATE) {
      coordinates(header, entries);
    } else {
      lines.end("the sizes");
      columns(header, entries);
    }
    if (lines.nextContent(COMMENT)) {
      throw lines.bad(
          "%s follows after the last entry", BadInputException.quote(lines.line().strip()));
    }
    return entries.array();
  }

  private void content(String what) throws IOException {
    if (!lines.nextContent(COMMENT)) {
      throw lines.bad("the file ends where %s is expected", what);
    }
  }

  private void coordinates(MatrixMarketHeader header, MatrixEntries entries) throws IOException {
    Shape shape = entries.shape();
    int count = lines.integer("the number of entries", 0, Integer.MAX_VALUE);
    lines.end("the sizes");
    for (int k = 1; k <= count; k++) {
      content("entry " + k + " of " + count);
      int row = lines.integer("the row index", 1, shape.side(0)) - 1;
      int column = lines.integer("the column index", 1, shape.side(1)) - 1;
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

  private void columns(MatrixMarketHeader header, MatrixEntries entries) throws IOException {
    Shape shape = entries.shape();
    for (int column = 0; column < shape.side(1); column++) {
      for (int row = header.symmetry().firstRow(column); row < shape.side(0); row++) {
        content("entry (" + (row + 1) + ", " + (column + 1) + ")");
        entries.add(row, column);
        lines.end("the value");
      }
    }
  }
}
