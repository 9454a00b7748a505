package io.lagrid.bench.real;

import io.lagrid.algebra.matrix.Matrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The 8×8 images of handwritten digits, and which digits they show.
 *
 * @param images one a row, 64 pixels from 0 to 1
 * @param digits 0 to 9
 */
record DigitsData(Matrix images, List<Integer> digits) {

  private static final int PIXELS = 64;
  private static final double LARGEST = 16;

  /** Reads lines of 64 pixels from 0 to 16 and the digit, comma-separated, compressed. */
  static DigitsData read(Path file) throws IOException {
    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      lines = reader.lines().toList();
    }
    Matrix images = Matrix.zeros(lines.size(), PIXELS);
    List<Integer> digits = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      String[] values = lines.get(row).split(",", -1);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        images.set(row, pixel, Double.parseDouble(values[pixel]) / LARGEST);
      }
      digits.add(Integer.parseInt(values[PIXELS]));
    }
    return new DigitsData(images, digits);
  }

  /** How many images there are. */
  int count() {
    return digits.size();
  }
}
