package io.lagrid.algebra.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a sparse operand: one plane of values per field of an {@link
 * io.lagrid.algebra.field.Arithmetic}, all at the places of one pattern. Immutable and thread-safe
 * like the matrices it is made of.
 */
public final class SparseBlock implements OperandBlock {

  private final SparsityPattern pattern;
  private final List<SparseMatrix> planes;

  private SparseBlock(SparsityPattern pattern, List<SparseMatrix> planes) {
    this.pattern = pattern;
    this.planes = planes;
  }

  /**
   * A block with the given values at the places of a pattern.
   *
   * @param planes at least one, each with one value per place; the list is copied, the arrays are
   *     retained
   */
  public static SparseBlock of(SparsityPattern pattern, List<double[]> planes) {
    if (planes.isEmpty()) {
      throw new IllegalArgumentException("a block needs at least one plane");
    }
    List<SparseMatrix> matrices = new ArrayList<>();
    planes.forEach(values -> matrices.add(SparseMatrix.of(pattern, values)));
    return new SparseBlock(pattern, List.copyOf(matrices));
  }

  /** Where the entries of every plane lie. */
  public SparsityPattern pattern() {
    return pattern;
  }

  @Override
  public List<SparseMatrix> planes() {
    return planes;
  }

  @Override
  public SparseMatrix plane(int index) {
    return planes.get(index);
  }

  @Override
  public int rows() {
    return pattern.rows();
  }

  @Override
  public int columns() {
    return pattern.columns();
  }

  @Override
  public long entries() {
    return (long) planes.size() * pattern.entries();
  }

  /** Eight bytes a value, four for its column and four for the start of each row. */
  @Override
  public long bytes() {
    long indices = (long) pattern.entries() + pattern.rows() + 1;
    return entries() * Double.BYTES + indices * Integer.BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseBlock block && block.planes.equals(planes);
  }

  @Override
  public int hashCode() {
    return planes.hashCode();
  }

  @Override
  public String toString() {
    return "SparseBlock " + planes;
  }
}
