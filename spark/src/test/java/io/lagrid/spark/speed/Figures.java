package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Takes times and writes figures to a file, line by line. */
final class Figures {

  private static final Path FILE = Path.of("target", "spark-speed.txt");

  private Figures() {}

  /** The seconds that each of some runs takes. */
  static double[] time(int runs, Runnable run) {
    Clock clock = Clock.system();
    double[] seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = clock.nanos();
      run.run();
      seconds[i] = (clock.nanos() - start) / 1e9;
    }
    return seconds;
  }

  /** Writes how long something took: the smallest, the median and the largest of the runs. */
  static double report(String what, double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    note(
        "%s: least %.4f s, median %.4f s, 90 %% %.4f s, most %.4f s, %d runs"
            .formatted(
                what,
                sorted[0],
                median,
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length - 1],
                sorted.length));
    return median;
  }

  static void note(String line) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
