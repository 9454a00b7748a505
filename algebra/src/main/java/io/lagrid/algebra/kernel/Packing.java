package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Rows;
import io.lagrid.algebra.kernel.tile.Stripe;
import io.lagrid.algebra.kernel.tile.TileKernel;
import java.util.Arrays;

/** Lays pieces of the operands out in the order in which a {@link TileKernel} reads them. */
final class Packing {
  private Packing() {}

  /**
   * Packs rows in groups of {@code height}: entry k of row i goes to {@code packed[(i/height·length
   * + k)·height + i mod height]}; missing rows of the last group become zeros.
   *
   * @param rows not modified
   * @param packed overwritten
   */
  static void left(Stripe rows, int height, double[] packed) {
    int depth = rows.length();
    for (int i = 0; i < rows.rows(); i++) {
      interleave(rows, i, packed, place(i, depth, height), height);
    }
    for (int i = rows.rows(); i % height != 0; i++) {
      int to = place(i, depth, height);
      for (int k = 0; k < depth; k++) {
        packed[to + k * height] = 0;
      }
    }
  }

  private static int place(int row, int depth, int height) {
    return row / height * depth * height + row % height;
  }

  private static void interleave(Stripe rows, int row, double[] packed, int to, int step) {
    double[] source = rows.data();
    int from = rows.start(row);
    for (int k = 0; k < rows.length(); k++) {
      packed[to + k * step] = source[from + k];
    }
  }

  /**
   * Packs the columns from {@code column} on in strips of {@code width}, as {@link Band.Right} has
   * them; missing columns of the last strip become zeros.
   *
   * @param rows not modified
   * @param panel overwritten
   */
  static void right(Rows rows, int column, int width, Band.Right panel) {
    double[] packed = panel.data();
    int depth = panel.depth();
    int size = panel.columns();
    for (int k = 0; k < depth; k++) {
      double[] source = rows.array(k);
      int from = rows.offset(k) + column;
      int to = panel.offset() + k * width;
      for (int j = 0; j < size; j += width, to += depth * width) {
        int count = Math.min(width, size - j);
        System.arraycopy(source, from + j, packed, to, count);
        if (count < width) {
          Arrays.fill(packed, to + count, to + width, 0);
        }
      }
    }
  }
}
