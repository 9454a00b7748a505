package io.lagrid.vector;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.InPlaceKernel;
import io.lagrid.algebra.kernel.tile.Rows;
import io.lagrid.algebra.kernel.tile.Span;

/** Combines rows tile by tile; the last tile is moved back so that it ends where the rows end. */
record VectorCombination(RegisterTile tile) implements InPlaceKernel {

  @Override
  public int rows() {
    return tile.combinedRows();
  }

  @Override
  public int columns() {
    return tile.columns();
  }

  @Override
  public void combine(Band.Left left, Rows right, Rows target, Span columns) {
    int last = columns.to() - tile.columns();
    for (int column = columns.from(); column < last; column += tile.columns()) {
      tile.combine(left, right, target, column);
    }
    tile.combine(left, right, target, last);
  }
}
