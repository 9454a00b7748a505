package io.lagrid.cli.format;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One file format. Implementations are immutable. */
interface ArrayFormat {

  /** Every format, in the order in which messages list them. */
  List<ArrayFormat> ALL =
      List.of(new NpyFormat(), new NpzFormat(), new MatrixMarketFormat(), new CsvFormat());

  /** The extension that selects this format, with its dot. */
  String extension();

  /**
   * Reads the array at a location whose file exists.
   *
   * @throws BadInputException if the file's content is not what the format allows
   * @throws IOException if the file cannot be read
   */
  NdArray read(Location location) throws IOException;

  /** Writes an array of a rank this format can hold. */
  void write(NdArray array, Location location, WritableByteChannel target) throws IOException;

  /** The largest rank this format can hold. */
  int largestRank();

  /** The format that a file's extension selects. */
  static ArrayFormat of(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> lower.endsWith(format.extension()))
        .findFirst()
        .orElseThrow(() -> unknown(file));
  }

  private static BadInputException unknown(String file) {
    String legal = ALL.stream().map(ArrayFormat::extension).collect(Collectors.joining(", "));
    return BadInputException.in(file, "unknown file extension; legal are %s", legal);
  }
}
