package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.InPlaceKernel;
import io.lagrid.algebra.kernel.tile.Span;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear combination of blocks, taken apart: targets that are copies of a block (rows of the
 * coefficients that are unit vectors, as in systematic codes), and the others. Confined to one
 * call.
 */
final class Combination {

  /** Entries copied between two questions whether to give up. */
  private static final int CHUNK = 1 << 18;

  private final Matrix coefficients;
  private final List<Matrix> blocks;
  private final List<Matrix> targets;
  private final List<Copy> copies;

  private Combination(
      Matrix coefficients, List<Matrix> blocks, List<Matrix> targets, List<Copy> copies) {
    this.coefficients = coefficients;
    this.blocks = blocks;
    this.targets = targets;
    this.copies = copies;
  }

  private record Copy(Matrix source, Matrix target) {}

  /**
   * The combination targets[i] = Σ_k coefficients[i][k] · blocks[k].
   *
   * @param coefficients not modified, retained
   * @param blocks at least one; not modified
   * @param targets at least one
   */
  static Combination of(Matrix coefficients, List<Matrix> blocks, List<Matrix> targets) {
    List<Copy> copies = new ArrayList<>();
    List<Matrix> rest = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      double[] row = coefficients.block(i, 0, 1, blocks.size()).toArray();
      int unit = unit(row);
      if (unit >= 0) {
        copies.add(new Copy(blocks.get(unit), targets.get(i)));
      } else {
        rows.add(row);
        rest.add(targets.get(i));
      }
    }
    Matrix others = Matrix.ofRows(rows.toArray(new double[0][]));
    return new Combination(others, List.copyOf(blocks), List.copyOf(rest), copies);
  }

  /** The index of the one among zeros, or −1 if the row is no unit vector. */
  private static int unit(double[] row) {
    int one = -1;
    for (int k = 0; k < row.length; k++) {
      if (row[k] == 1 && one < 0) {
        one = k;
      } else if (row[k] != 0) {
        return -1;
      }
    }
    return one;
  }

  /** Multiply–adds. */
  long work() {
    Matrix first = blocks.get(0);
    return (long) targets.size() * blocks.size() * first.rows() * first.columns();
  }

  void run(TileKernel kernel, double modulus, Pulse pulse) {
    copies.forEach(copy -> copy(copy, pulse));
    if (work() > 0) {
      Workspace workspace = Workspace.borrow();
      try {
        boolean joined = joined(blocks) && joined(targets);
        RowSource source = new RowSource.OfMatrices(blocks, joined);
        RowSource target = new RowSource.OfMatrices(targets, joined);
        Optional<InPlaceKernel> inPlace = kernel.inPlace();
        if (inPlace.isPresent()
            && blocks.size() <= InPlaceCombination.ROWS
            && source.columns() >= inPlace.get().columns()) {
          new InPlaceCombination(inPlace.get(), modulus, pulse, workspace)
              .run(coefficients, source, target);
        } else {
          new PanelProduct(kernel, modulus, pulse, workspace).run(coefficients, source, target);
        }
      } finally {
        workspace.giveBack();
      }
    }
  }

  private static boolean joined(List<Matrix> matrices) {
    return matrices.stream().allMatch(Matrix::contiguous);
  }

  private static void copy(Copy copy, Pulse pulse) {
    Matrix source = copy.source();
    int height = Math.max(1, CHUNK / Math.max(1, source.columns()));
    for (Span rows : Span.cut(source.rows(), height, 1)) {
      for (Span columns : Span.cut(source.columns(), CHUNK, 1)) {
        pulse.spend((long) rows.size() * columns.size());
        view(copy.target(), rows, columns).write(view(source, rows, columns));
      }
    }
  }

  private static Matrix view(Matrix matrix, Span rows, Span columns) {
    return matrix.block(rows.from(), columns.from(), rows.size(), columns.size());
  }
}
