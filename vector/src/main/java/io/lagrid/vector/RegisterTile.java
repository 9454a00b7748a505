package io.lagrid.vector;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Rows;

/** The sums that are held in registers at a time. Implementations are immutable, thread-safe. */
sealed interface RegisterTile permits LargeTile, SmallTile {

  /** R, the number of rows. */
  int rows();

  /** S, the number of columns: a few vectors. */
  int columns();

  /**
   * sums[i·S + j] = Σ_k a[i][k]·b[k][j] for one strip of a packed panel.
   *
   * @param strip where the strip begins in the panel's array
   * @param sums R·S entries, overwritten
   */
  void multiply(Band.Left left, Band.Right right, int strip, double[] sums);

  /** G, the number of rows combined in place. */
  int combinedRows();

  /**
   * target[i][column + j] = Σ_k a[i][k]·right[k][column + j] for i &lt; G and j &lt; S.
   *
   * @param left G packed rows
   * @param target G rows, overwritten
   */
  void combine(Band.Left left, Rows right, Rows target, int column);
}
