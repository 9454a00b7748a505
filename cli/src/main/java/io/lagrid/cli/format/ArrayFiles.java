package io.lagrid.cli.format;

import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.npy.NpzFormat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads arrays from files and opens files to write arrays to; the format follows the extension. */
public final class ArrayFiles {

  private ArrayFiles() {}

  /**
   * Reads an array.
   *
   * @param location a file's path, or {@code file.npz:name}
   * @throws BadInputException if there is no such file or array, it cannot be read, or its content
   *     is not an array of numbers
   */
  public static NdArray read(String location) {
    return open(location, source -> source.format().read(source.path(), source.member()));
  }

  /**
   * Reads a matrix whose file lists only the entries that are not zero; empty if it is not such a
   * file.
   *
   * @param location as for {@link #read}
   * @throws BadInputException as {@link #read} does
   */
  public static Optional<SparseOperand> readSparse(String location) {
    return open(location, source -> source.format().readSparse(source.path(), source.member()));
  }

  private interface Reading<T> {
    T from(Location source) throws IOException;
  }

  private static <T> T open(String location, Reading<T> reading) {
    Location source = Location.parse(location);
    try {
      if (Files.isDirectory(source.path())) {
        throw BadInputException.in(location, "a folder, not a file");
      }
      return reading.from(source);
    } catch (NoSuchFileException e) {
      throw BadInputException.in(location, "no such file");
    } catch (AccessDeniedException e) {
      throw BadInputException.in(location, "no permission to read it");
    } catch (IOException e) {
      throw BadInputException.in(location, "cannot be read: %s", e.getMessage());
    }
  }

  /**
   * The names of the arrays of an .npz archive.
   *
   * @throws BadInputException if there is no such archive, or it cannot be read
   */
  public static Set<String> members(String archive) {
    try {
      return NpzFormat.members(Location.parse(archive).path());
    } catch (NoSuchFileException e) {
      throw BadInputException.in(archive, "no such file");
    } catch (IOException e) {
      throw BadInputException.in(archive, "cannot be read: %s", e.getMessage());
    }
  }

  /**
   * Opens a target. Nothing is created before {@link ArrayTarget#write}.
   *
   * @param location a file's path, or {@code file.npz:name}
   * @throws BadInputException if the extension is unknown, or no file can be created there
   */
  public static ArrayTarget target(String location) {
    Location target = Location.parse(location);
    AtomicFile file = AtomicFile.at(target.path());
    if (target.member() != null && Files.isRegularFile(target.path())) {
      Set<String> others = new TreeSet<>(members(target.path().toString()));
      others.remove(target.member());
      if (!others.isEmpty()) {
        throw BadInputException.in(
            location, "the archive would lose its other arrays, %s; name a new file", others);
      }
    }
    return new ArrayTarget(target, file);
  }
}
