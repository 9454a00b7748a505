package io.lagrid.engine.sparse;

import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Who meets whom in Les Misérables, and in how many chapters: 77 characters, 254 pairs. The source
 * is told beside the file.
 */
final class MeetingGraph {

  static final int PEOPLE = 77;
  static final int PAIRS = 254;

  private MeetingGraph() {}

  /** The symmetric matrix of counts. */
  static SparseLongMatrix counts() {
    List<String> lines = lines();
    int[] rows = new int[2 * PAIRS];
    int[] columns = new int[2 * PAIRS];
    long[] values = new long[2 * PAIRS];
    for (int k = 0; k < PAIRS; k++) {
      String[] words = lines.get(lines.size() - PAIRS + k).split(" ", 3);
      rows[2 * k] = Integer.parseInt(words[0]) - 1;
      columns[2 * k] = Integer.parseInt(words[1]) - 1;
      rows[2 * k + 1] = columns[2 * k];
      columns[2 * k + 1] = rows[2 * k];
      values[2 * k] = Long.parseLong(words[2]);
      values[2 * k + 1] = values[2 * k];
    }
    return SparseLongMatrix.ofEntries(PEOPLE, PEOPLE, rows, columns, values);
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    MeetingGraph.class.getResourceAsStream("les-miserables.mtx")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every column divided by its sum: where a random walk along meetings goes next. */
  static SparseMatrix transitions() {
    SparseLongMatrix counts = counts();
    double[] sums = new double[PEOPLE];
    int[] columns = counts.pattern().columnIndices();
    for (int e = 0; e < columns.length; e++) {
      sums[columns[e]] += counts.values()[e];
    }
    double[] values = new double[columns.length];
    for (int e = 0; e < columns.length; e++) {
      values[e] = counts.values()[e] / sums[columns[e]];
    }
    return SparseMatrix.of(counts.pattern(), values);
  }
}
