package io.lagrid.algebra.matrix;

import io.lagrid.algebra.ambient.Cores;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of an operand or of a result as codes and workers see it: a matrix with one plane of
 * entries per field of an {@link io.lagrid.algebra.field.Arithmetic}. All planes have the same
 * shape.
 *
 * <p>Over the reals there is one plane, the numbers themselves; over a residue number system plane
 * i holds the residues modulo p_i. The matrices are shared, not copied.
 */
public final class Block implements OperandBlock {

  private final List<Matrix> planes;

  /**
   * A block over the given planes.
   *
   * @param planes at least one, all of one shape; the list is copied, the matrices are retained
   */
  public Block(List<Matrix> planes) {
    this.planes = List.copyOf(planes);
    if (planes.isEmpty()) {
      throw new IllegalArgumentException("a block needs at least one plane");
    }
    Matrix first = planes.get(0);
    for (Matrix plane : planes) {
      if (plane.rows() != first.rows() || plane.columns() != first.columns()) {
        throw new IllegalArgumentException(
            "planes of shapes %s and %s in one block".formatted(first.shape(), plane.shape()));
      }
    }
  }

  /** A block of zeros. */
  public static Block zeros(int planes, int rows, int columns) {
    Matrix[] matrices = new Matrix[planes];
    Arrays.setAll(matrices, i -> Matrix.zeros(rows, columns));
    return new Block(List.of(matrices));
  }

  /** So many blocks of zeros, cleared by all cores if they are large. */
  public static List<Block> zeros(int blocks, int planes, int rows, int columns) {
    Block[] zeros = new Block[blocks];
    long entries = (long) blocks * planes * rows * columns;
    Cores.forEach(blocks, entries, i -> zeros[i] = zeros(planes, rows, columns));
    return List.of(zeros);
  }

  @Override
  public List<Matrix> planes() {
    return planes;
  }

  @Override
  public Matrix plane(int index) {
    return planes.get(index);
  }

  @Override
  public int rows() {
    return planes.get(0).rows();
  }

  @Override
  public int columns() {
    return planes.get(0).columns();
  }

  /** The number of entries over all planes. */
  @Override
  public long entries() {
    return (long) planes.size() * rows() * columns();
  }

  @Override
  public long bytes() {
    return entries() * Double.BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Block block && block.planes.equals(planes);
  }

  @Override
  public int hashCode() {
    return planes.hashCode();
  }

  @Override
  public String toString() {
    return "Block " + planes;
  }
}
