package io.lagrid.cli.demo;

import io.lagrid.algebra.matrix.LongMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The 8×8 images of handwritten digits that ship with the project: 1797 rows of 64 pixels from 0 to
 * 16. Source and licence: digits-NOTICE.txt beside the data.
 */
public final class Digits {

  /** The number of pixels of an image. */
  public static final int PIXELS = 64;

  private static final String RESOURCE = "digits.csv.gz";

  private Digits() {}

  /** The images, one a row. */
  public static LongMatrix images() {
    List<String> lines = lines();
    LongMatrix images = LongMatrix.zeros(lines.size(), PIXELS);
    for (int row = 0; row < images.rows(); row++) {
      // The last value of a line is the digit that the image shows.
      String[] values = lines.get(row).split(",", -1);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        images.set(row, pixel, Long.parseLong(values[pixel]));
      }
    }
    return images;
  }

  private static List<String> lines() {
    try (InputStream stream =
            Objects.requireNonNull(Digits.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
