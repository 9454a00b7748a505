package io.lagrid.cli.run;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Two arrays as the operands of one product, by NumPy's rules for matrices and vectors: a vector on
 * the left is one row, on the right one column, and that axis is missing from the result; if either
 * array holds doubles, both do.
 *
 * @param left the left operand
 * @param right the right operand
 * @param result the result's shape
 */
public record ProductInputs(Operand left, Operand right, Shape result) {

  /** An array and the file it came from. */
  public record Source(String file, NdArray array) {}

  /**
   * Checks and converts.
   *
   * @param real whether integers are to be computed with as doubles
   * @throws BadInputException if the shapes do not match, an array is empty or has an axis too few
   *     or too many, or an entry is not finite
   */
  public static ProductInputs of(Source a, Source b, boolean real) {
    check(a);
    check(b);
    Shape left = a.array().shape();
    Shape right = b.array().shape();
    int inner = left.side(left.rank() - 1);
    if (inner != right.side(0)) {
      throw new BadInputException(
          "cannot multiply %s of shape %s by %s of shape %s: %d columns against %d rows"
              .formatted(a.file(), left, b.file(), right, inner, right.side(0)));
    }
    boolean doubles = real || a.array() instanceof DoubleArray || b.array() instanceof DoubleArray;
    int rows = left.rank() == 1 ? 1 : left.side(0);
    int columns = right.rank() == 1 ? 1 : right.side(1);
    return new ProductInputs(
        converted(a.array(), doubles).matrix(rows, inner),
        converted(b.array(), doubles).matrix(inner, columns),
        result(left, right));
  }

  private static Shape result(Shape left, Shape right) {
    List<Integer> sides = new ArrayList<>();
    if (left.rank() == 2) {
      sides.add(left.side(0));
    }
    if (right.rank() == 2) {
      sides.add(right.side(1));
    }
    return new Shape(sides);
  }

  private static NdArray converted(NdArray array, boolean doubles) {
    return doubles && array instanceof LongArray longs ? longs.toDoubles() : array;
  }

  private static void check(Source source) {
    Shape shape = source.array().shape();
    if (shape.rank() < 1 || shape.rank() > 2) {
      throw new BadInputException(
          "%s: shape %s; legal are vectors, matrices and stacks of matrices"
              .formatted(source.file(), shape));
    }
    if (shape.entries() == 0) {
      throw new BadInputException("%s: shape %s has no entries".formatted(source.file(), shape));
    }
    OptionalInt bad = source.array().firstNotFinite();
    if (bad.isPresent()) {
      throw new BadInputException(
          "%s: entry %s is %s; legal are finite numbers"
              .formatted(
                  source.file(),
                  shape.place(bad.getAsInt()),
                  source.array().entry(bad.getAsInt())));
    }
  }
}
