package io.lagrid.engine.polynomial;

/** The shape of a block. */
public record BlockShape(int rows, int columns) {

  /** The larger side. */
  public int side() {
    return Math.max(rows, columns);
  }

  /** As people write it, such as {@code 3x4}. */
  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
