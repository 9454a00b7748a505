package io.lagrid.engine.delay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a {@link Trace} from CSV. Confined to one thread. */
final class TraceReader {

  /** The largest number of a worker or a round: a bound on what a bad file can allocate. */
  private static final int LARGEST = 1_000_000;

  private static final List<String> COLUMNS = List.of("worker", "round", "seconds");
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private final List<Cell> cells = new ArrayList<>();
  private int line;
  private int workers;
  private int rounds;

  private TraceReader(Path file) {
    this.file = file;
  }

  private record Cell(int line, int worker, int round, double seconds) {}

  static Trace read(Path file) throws IOException {
    TraceReader reader = new TraceReader(file);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      reader.read(lines);
    }
    return reader.trace();
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      raw.mark(2);
      boolean gzip = (raw.read() << 8 | raw.read()) == GZIP_MAGIC;
      raw.reset();
      return gzip ? new GZIPInputStream(raw) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private void read(BufferedReader lines) throws IOException {
    String header = lines.readLine();
    line = 1;
    List<String> names = header == null ? List.of() : fields(header);
    int[] columns = COLUMNS.stream().mapToInt(names::indexOf).toArray();
    if (names.size() != COLUMNS.size() || Arrays.stream(columns).anyMatch(c -> c < 0)) {
      throw illegal(
          header == null ? "the file is empty" : "the header is '" + header + "'",
          "a header of worker,round,seconds");
    }
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (!text.isBlank()) {
        cell(fields(text), columns);
      }
    }
  }

  private void cell(List<String> fields, int[] columns) {
    if (fields.size() != columns.length) {
      throw illegal(fields.size() + " fields", "3 fields, as in the header");
    }
    int worker = index("worker", fields.get(columns[0]));
    int round = index("round", fields.get(columns[1]));
    cells.add(new Cell(line, worker, round, seconds(fields.get(columns[2]))));
    workers = Math.max(workers, worker + 1);
    rounds = Math.max(rounds, round + 1);
  }

  private int index(String name, String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value < LARGEST) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw illegal(name + " is '" + text + "'", "a whole number from 0 to " + (LARGEST - 1));
  }

  private double seconds(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw illegal("seconds is '" + text + "'", "0 or a positive number");
  }

  private Trace trace() {
    if (cells.isEmpty()) {
      throw illegal("no line follows the header", "one line per worker and round");
    }
    if (cells.size() < (long) workers * rounds) {
      throw new IllegalArgumentException(
          "trace %s: %d lines for %d workers and %d rounds; legal: one line for each worker and round"
              .formatted(file, cells.size(), workers, rounds));
    }
    double[][] seconds = new double[rounds][workers];
    int[][] lines = new int[rounds][workers];
    for (Cell cell : cells) {
      if (lines[cell.round][cell.worker] > 0) {
        line = cell.line;
        throw illegal(
            "worker %d, round %d was on line %d"
                .formatted(cell.worker, cell.round, lines[cell.round][cell.worker]),
            "one line for each worker and round");
      }
      lines[cell.round][cell.worker] = cell.line;
      seconds[cell.round][cell.worker] = cell.seconds;
    }
    return new Trace(seconds);
  }

  private static List<String> fields(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private IllegalArgumentException illegal(String what, String legal) {
    return new IllegalArgumentException(
        "trace %s, line %d: %s; legal: %s".formatted(file, line, what, legal));
  }
}
