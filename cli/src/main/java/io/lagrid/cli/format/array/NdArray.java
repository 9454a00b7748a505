package io.lagrid.cli.format.array;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.util.OptionalInt;

/**
 * An array of numbers of any rank as files hold it: all longs ({@link LongArray}) or all doubles
 * ({@link DoubleArray}), row-major, without gaps.
 *
 * <p>The entries are shared, not copied. Safe to share between threads that do not write them.
 */
public sealed interface NdArray permits LongArray, DoubleArray {

  /** The side lengths. */
  Shape shape();

  /** The same entries, row by row, in another shape with as many entries. */
  NdArray reshape(Shape shape);

  /**
   * Every {@code stride}-th entry from {@code from} on, written side by side into {@code target}.
   */
  void copyStrided(int from, int stride, int count, NdArray target, int at);

  /** An array of zeros of the same kind. */
  NdArray zeros(Shape shape);

  /** The entries as a matrix of {@code rows·columns} entries; shared. */
  Operand matrix(int rows, int columns);

  /** The flat index of the first NaN or infinity. */
  OptionalInt firstNotFinite();

  /** One entry as people read it. */
  String entry(int flat);

  /**
   * The array over a matrix's entries, in the given shape of as many entries; shared if possible.
   */
  static NdArray of(Operand matrix, Shape shape) {
    if (matrix instanceof LongMatrix longs) {
      return new LongArray(shape, whole(longs) ? longs.data() : longs.toArray());
    }
    Matrix doubles = (Matrix) matrix;
    return new DoubleArray(shape, whole(doubles) ? doubles.data() : doubles.toArray());
  }

  /** The two-dimensional array over a matrix's entries; shared if possible. */
  static NdArray of(Operand matrix) {
    return of(matrix, Shape.of(matrix.rows(), matrix.columns()));
  }

  /**
   * A row-major copy of entries that lie elsewhere: entry (i, j, …) at i·strides[0] + j·strides[1]
   * + …
   *
   * @param strides not modified
   */
  default NdArray rearrange(Shape shape, int[] strides) {
    NdArray result = zeros(shape);
    int last = shape.rank() - 1;
    int rowLength = last < 0 ? 1 : shape.side(last);
    int rowStride = last < 0 ? 1 : strides[last];
    int[] index = new int[Math.max(last, 0)];
    int from = 0;
    for (int at = 0; at < shape.entries(); at += rowLength) {
      copyStrided(from, rowStride, rowLength, result, at);
      for (int axis = last - 1; axis >= 0; axis--) {
        from += strides[axis];
        if (++index[axis] < shape.side(axis)) {
          break;
        }
        from -= strides[axis] * index[axis];
        index[axis] = 0;
      }
    }
    return result;
  }

  /** Whether the matrix is all of its array, in order. */
  private static boolean whole(LongMatrix matrix) {
    return matrix.contiguous()
        && matrix.offset() == 0
        && matrix.data().length == (long) matrix.rows() * matrix.columns();
  }

  private static boolean whole(Matrix matrix) {
    return matrix.contiguous()
        && matrix.offset() == 0
        && matrix.data().length == (long) matrix.rows() * matrix.columns();
  }
}
