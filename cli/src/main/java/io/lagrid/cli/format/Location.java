package io.lagrid.cli.format;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an array is: a file, and for archives the array's name within it, written {@code
 * file.npz:name}.
 *
 * @param path the file
 * @param member the array's name within the file; null if none was given
 * @param format how the file is written, by its extension
 */
record Location(Path path, @Nullable String member, ArrayFormat format) {

  private static final String MEMBER_SEPARATOR = ".npz:";

  /**
   * Reads what the user wrote.
   *
   * @throws BadInputException if the extension is none of the legal ones
   */
  static Location parse(String text) {
    int split = text.indexOf(MEMBER_SEPARATOR);
    String file = split < 0 ? text : text.substring(0, split + MEMBER_SEPARATOR.length() - 1);
    String member = split < 0 ? null : text.substring(split + MEMBER_SEPARATOR.length());
    Path path;
    try {
      path = Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInputException(BadInputException.quote(text) + " is not a file name");
    }
    return new Location(path, member, ArrayFormat.of(file));
  }

  @Override
  public String toString() {
    return member == null ? path.toString() : path + ":" + member;
  }
}
