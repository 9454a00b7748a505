package io.lagrid.engine.verify;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Optional;

/**
 * What every answer must look like before anything is computed with it: the number of planes, the
 * shape, and entries that are elements of the plane's field (finite numbers for the reals).
 * Immutable.
 */
public record AnswerShape(Arithmetic arithmetic, int rows, int columns) {

  /**
   * Why the answer cannot be one, or empty if it can.
   *
   * @param answer from a worker, untrusted; not modified
   */
  public Optional<String> objection(Block answer) {
    if (answer.planes().size() != arithmetic.size()
        || answer.rows() != rows
        || answer.columns() != columns) {
      return Optional.of(
          "answered %d planes of %dx%d instead of %d of %dx%d"
              .formatted(
                  answer.planes().size(),
                  answer.rows(),
                  answer.columns(),
                  arithmetic.size(),
                  rows,
                  columns));
    }
    for (int i = 0; i < arithmetic.size(); i++) {
      if (!elements(arithmetic.plane(i), answer.plane(i))) {
        return Optional.of("answered with entries outside " + arithmetic.plane(i));
      }
    }
    return Optional.empty();
  }

  private static boolean elements(Field field, Matrix plane) {
    double largest = field.exact() ? (field.modulus() - 1) / 2 : Double.MAX_VALUE;
    double[] data = plane.data();
    boolean sound = true;
    for (int i = 0; i < plane.rows(); i++) {
      int start = plane.offset() + i * plane.stride();
      sound &=
          field.exact()
              ? integers(data, start, start + plane.columns(), largest)
              : finite(data, start, start + plane.columns(), largest);
    }
    return sound;
  }

  // A comparison with NaN is false, so NaN fails both tests.

  private static boolean integers(double[] data, int from, int to, double largest) {
    int strange = 0;
    for (int j = from; j < to; j++) {
      double x = data[j];
      strange |= Math.abs(x) <= largest && x == Math.rint(x) ? 0 : 1;
    }
    return strange == 0;
  }

  private static boolean finite(double[] data, int from, int to, double largest) {
    int strange = 0;
    for (int j = from; j < to; j++) {
      strange |= Math.abs(data[j]) <= largest ? 0 : 1;
    }
    return strange == 0;
  }
}
