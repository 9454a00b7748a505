package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.matrix.Matrix;

/**
 * A shorter array laid over a longer one from a row of it on, image by image and channel by
 * channel; what reaches beyond either end is left out.
 *
 * @param whole the longer one's shape
 * @param part the shorter one's shape, different in height only
 * @param start the row of the whole at which the part's first row lies; may be negative
 */
record Overlay(Extent whole, Extent part, int start) {

  /** Copies from the whole to the part. */
  void copy(Matrix from, Matrix to) {
    if (count() > 0) {
      for (int group = 0; group < whole.outer() * whole.inner(); group++) {
        view(to, group, part, first()).write(view(from, group, whole, start + first()));
      }
    }
  }

  /** Adds the part to the whole, an array of its own. */
  void add(Matrix from, Matrix to) {
    if (count() > 0) {
      for (int group = 0; group < whole.outer() * whole.inner(); group++) {
        Matrix source = view(from, group, part, first());
        Matrix target = view(to, group, whole, start + first());
        for (int i = 0; i < source.rows(); i++) {
          int in = source.offset() + i * source.stride();
          int out = target.offset() + i * target.stride();
          for (int j = 0; j < source.columns(); j++) {
            target.data()[out + j] += source.data()[in + j];
          }
        }
      }
    }
  }

  /** The first row of the part that lies on the whole. */
  private int first() {
    return Math.max(0, -start);
  }

  private int count() {
    return Math.min(part.height(), whole.height() - start) - first();
  }

  private Matrix view(Matrix matrix, int group, Extent extent, int row) {
    return matrix.block(group * extent.height() + row, 0, count(), extent.width());
  }
}
