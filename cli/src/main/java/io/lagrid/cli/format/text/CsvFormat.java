package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated numbers: one line per row, all rows of one length. Blank lines and lines that
 * start with {@code #} are skipped, and so is a first line of column names, which is one without a
 * single number in it. If every number is an integer, the array is one of longs, else of doubles. A
 * vector is written as one column.
 */
public final class CsvFormat implements ArrayFormat {

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public int largestRank() {
    return 2;
  }

  @Override
  public NdArray read(Path file, @Nullable String member) throws IOException {
    // ISO 8859-1 decodes any bytes: a file that is no text is then refused for what it says.
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return new CsvReader(reader, file.toString()).read();
    }
  }

  @Override
  public void write(NdArray array, @Nullable String member, WritableByteChannel target)
      throws IOException {
    Shape shape = array.shape();
    int columns = shape.rank() < 2 ? 1 : shape.side(1);
    int rows = shape.rank() < 1 ? 1 : shape.side(0);
    Writer writer = new BufferedWriter(Channels.newWriter(target, StandardCharsets.ISO_8859_1));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        writer.write(array.entry(row * columns + column));
        writer.write(column + 1 < columns ? ',' : '\n');
      }
    }
    writer.flush();
  }
}
