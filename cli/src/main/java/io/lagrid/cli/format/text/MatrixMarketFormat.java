package io.lagrid.cli.format.text;

import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.LongArray;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Matrix Market exchange formats of NIST: dense arrays and coordinate lists, general, symmetric
 * and skew-symmetric, of integers, reals and patterns. Dense arrays are written; a vector is
 * written as one column.
 */
public final class MatrixMarketFormat implements ArrayFormat {

  @Override
  public String extension() {
    return ".mtx";
  }

  @Override
  public int largestRank() {
    return 2;
  }

  @Override
  public NdArray read(Path file, @Nullable String member) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return new MatrixMarketReader(reader, file.toString()).read();
    }
  }

  @Override
  public Optional<SparseOperand> readSparse(Path file, @Nullable String member) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return new MatrixMarketReader(reader, file.toString()).readSparse();
    }
  }

  @Override
  public void write(NdArray array, @Nullable String member, WritableByteChannel target)
      throws IOException {
    Shape shape = array.shape();
    int columns = shape.rank() < 2 ? 1 : shape.side(1);
    int rows = shape.rank() < 1 ? 1 : shape.side(0);
    Writer writer = new BufferedWriter(Channels.newWriter(target, StandardCharsets.ISO_8859_1));
    writer.write("%%MatrixMarket matrix array ");
    writer.write(array instanceof LongArray ? "integer" : "real");
    writer.write(" general\n%d %d\n".formatted(rows, columns));
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        writer.write(array.entry(row * columns + column));
        writer.write('\n');
      }
    }
    writer.flush();
  }
}
