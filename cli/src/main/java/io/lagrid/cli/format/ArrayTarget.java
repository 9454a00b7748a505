package io.lagrid.cli.format;

import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;

/** A file that an array will be written to. Immutable. */
public final class ArrayTarget {

  private final Location location;
  private final AtomicFile file;

  ArrayTarget(Location location, AtomicFile file) {
    this.location = location;
    this.file = file;
  }

  /**
   * Refuses a rank that the file's format cannot hold, so that it is known before the work is done.
   *
   * @throws BadInputException if the rank is too large
   */
  public void checkRank(int rank) {
    ArrayFormat format = location.format();
    if (rank > format.largestRank()) {
      throw BadInputException.in(
          location.toString(),
          "%s files hold arrays of at most %d dimensions, not %d",
          format.extension(),
          format.largestRank(),
          rank);
    }
  }

  /**
   * Writes the array, replacing the file if it exists. The file is complete or untouched.
   *
   * @throws BadInputException if the file cannot be written, or its format cannot hold the array
   */
  public void write(NdArray array) {
    checkRank(array.shape().rank());
    file.write(channel -> location.format().write(array, location.member(), channel));
  }

  /** As the user wrote it. */
  @Override
  public String toString() {
    return location.toString();
  }
}
