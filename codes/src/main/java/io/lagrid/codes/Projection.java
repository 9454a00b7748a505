package io.lagrid.codes;

import java.util.List;

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
}
