package io.lagrid.codes;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A few scalars that stand for a whole answer: the same secret random linear functionals applied to
 * every answer of a round. A linear functional of the answers is a word of the same code as the
 * answers themselves, with errors at the same workers (except with the stated miss probability).
 *
 * @param planes per plane of the arithmetic, one scalar per trial; not modified
 */
public record Projection(List<double[]> planes) {

  /** No scalars: for decoders that need to know only who answered. */
  public static final Projection NONE = new Projection(List.of());

  /** Copies the list; the arrays are retained. */
  public Projection {
    planes = List.copyOf(planes);
  }

  /** Whether every scalar equals that of the other projection; 0 and −0 are equal. */
  public boolean matches(Projection other) {
    return planes.size() == other.planes.size()
        && IntStream.range(0, planes.size())
            .allMatch(plane -> equal(planes.get(plane), other.planes.get(plane)));
  }

  private static boolean equal(double[] first, double[] second) {
    return first.length == second.length
        && IntStream.range(0, first.length).allMatch(trial -> first[trial] == second[trial]);
  }
}
