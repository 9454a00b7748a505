package io.lagrid.cli.format.array;

import io.lagrid.algebra.matrix.SparseOperand;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file format. Implementations are immutable. */
public interface ArrayFormat {

  /** The extension that selects this format, with its dot. */
  String extension();

  /** The largest rank this format can hold. */
  int largestRank();

  /**
   * Reads an array.
   *
   * @param file an existing file
   * @param member the array's name within the file; null if none was given
   * @throws BadInputException if the file's content is not what the format allows
   * @throws IOException if the file cannot be read
   */
  NdArray read(Path file, @Nullable String member) throws IOException;

  /**
   * Reads a matrix whose file lists only the entries that are not zero, without writing out the
   * others; empty if the file does not.
   *
   * @param file an existing file
   * @param member the array's name within the file; null if none was given
   * @throws BadInputException if the file's content is not what the format allows
   * @throws IOException if the file cannot be read
   */
  default Optional<SparseOperand> readSparse(Path file, @Nullable String member)
      throws IOException {
    return Optional.empty();
  }

  /**
   * Writes an array of a rank this format can hold.
   *
   * @param member the array's name within the file; null if none was given
   * @param target not closed
   */
  void write(NdArray array, @Nullable String member, WritableByteChannel target) throws IOException;
}
