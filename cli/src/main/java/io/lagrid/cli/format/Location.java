package io.lagrid.cli.format;

import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.npy.NpyFormat;
import io.lagrid.cli.format.npy.NpzFormat;
import io.lagrid.cli.format.text.CsvFormat;
import io.lagrid.cli.format.text.MatrixMarketFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

  /** Every format, in the order in which messages list them. */
  private static final List<ArrayFormat> FORMATS =
      List.of(new NpyFormat(), new NpzFormat(), new MatrixMarketFormat(), new CsvFormat());

  /**
   * Reads what the user wrote.
   *
   * @throws BadInputException if the extension is none of the legal ones
   */
  static Location parse(String text) {
    int split = text.toLowerCase(Locale.ROOT).indexOf(MEMBER_SEPARATOR);
    String file = split < 0 ? text : text.substring(0, split + MEMBER_SEPARATOR.length() - 1);
    String member = split < 0 ? null : text.substring(split + MEMBER_SEPARATOR.length());
    Path path;
    try {
      path = Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInputException(BadInputException.quote(text) + " is not a file name");
    }
    return new Location(path, member, format(file));
  }

  /** The format that a file's extension selects. */
  private static ArrayFormat format(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    for (ArrayFormat format : FORMATS) {
      if (lower.endsWith(format.extension())) {
        return format;
      }
    }
    String legal = FORMATS.stream().map(ArrayFormat::extension).collect(Collectors.joining(", "));
    throw BadInputException.in(file, "unknown file extension; legal are %s", legal);
  }

  @Override
  public String toString() {
    return member == null ? path.toString() : path + ":" + member;
  }
}
