package io.lagrid.algebra.kernel.tile;

/**
 * One call of {@link TileKernel#multiply}: up to R rows of the left operand times a packed panel of
 * the right one.
 *
 * @param left the packed rows
 * @param right the packed panel
 * @param target where the sums go
 * @param add whether they are added to what is there
 * @param reduction what is done to each sum in the end
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Band(Left left, Right right, Target target, boolean add, Reduction reduction) {

  /**
   * R rows, packed: a[i][k] is {@code data[offset + k·R + i]}; rows from {@code rows} on are zeros.
   *
   * @param data retained, not copied
   * @param rows how many of the R rows are meant
   */
  public record Left(double[] data, int offset, int rows) {}

  /**
   * A panel, packed in strips of S columns: b[k][s·S + j] is {@code data[offset + (s·depth + k)·S +
   * j]}; in the last strip, columns beyond {@code columns} are zeros.
   *
   * @param data retained, not copied
   */
  public record Right(double[] data, int offset, int depth, int columns) {}

  /**
   * Where the sums go: c[i][j] is entry {@code column + j} of row {@code row + i}.
   *
   * @param rows modified by the kernel
   */
  public record Target(Rows rows, int row, int column) {

    /** The array row i lies in. */
    public double[] array(int i) {
      return rows.array(row + i);
    }

    /** Where c[i][0] lies in it. */
    public int offset(int i) {
      return rows.offset(row + i) + column;
    }
  }
}
