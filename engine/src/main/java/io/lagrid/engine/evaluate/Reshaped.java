package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.polynomial.BlockShape;
import java.util.List;

/** Operands in other shapes. */
final class Reshaped {

  private Reshaped() {}

  static BlockShape shape(Operand operand) {
    return new BlockShape(operand.rows(), operand.columns());
  }

  /** The same entries, row by row, in another shape; shares them if they lie side by side. */
  static Operand of(Operand operand, int rows, int columns) {
    if (operand instanceof LongMatrix longs) {
      boolean whole = longs.contiguous() && longs.offset() == 0;
      boolean fits = whole && longs.data().length == rows * columns;
      return LongMatrix.of(rows, columns, fits ? longs.data() : longs.toArray());
    }
    Matrix doubles = (Matrix) operand;
    boolean whole = doubles.contiguous() && doubles.offset() == 0;
    boolean fits = whole && doubles.data().length == rows * columns;
    return Matrix.of(rows, columns, fits ? doubles.data() : doubles.toArray());
  }

  /** Matrices of one shape below each other, with zeros below them. */
  static Operand stacked(List<? extends Operand> operands, int count) {
    Operand first = operands.get(0);
    if (operands.size() == 1 && count == 1) {
      return first;
    }
    int rows = Math.multiplyExact(count, first.rows());
    Operand all =
        first instanceof LongMatrix
            ? LongMatrix.zeros(rows, first.columns())
            : Matrix.zeros(rows, first.columns());
    for (int i = 0; i < operands.size(); i++) {
      Operand part = part(all, i * first.rows(), first.rows());
      if (part instanceof LongMatrix longs) {
        longs.write((LongMatrix) operands.get(i));
      } else {
        ((Matrix) part).write((Matrix) operands.get(i));
      }
    }
    return all;
  }

  /** A view of some rows. */
  static Operand part(Operand operand, int row, int rows) {
    return operand instanceof LongMatrix longs
        ? longs.block(row, 0, rows, longs.columns())
        : ((Matrix) operand).block(row, 0, rows, operand.columns());
  }
}
