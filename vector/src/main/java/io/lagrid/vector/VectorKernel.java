package io.lagrid.vector;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.InPlaceKernel;
import io.lagrid.algebra.kernel.tile.Stripe;
import io.lagrid.algebra.kernel.tile.TileKernel;
import java.util.Optional;
import jdk.incubator.vector.DoubleVector;

/**
 * The kernel on vectors of the machine's preferred size, and the register tile that suits the
 * number of its registers.
 *
 * <p>Immutable and thread-safe.
 */
final class VectorKernel implements TileKernel {

  private final RegisterTile tile;

  VectorKernel() {
    this(manyRegisters() ? new LargeTile() : new SmallTile());
  }

  VectorKernel(RegisterTile tile) {
    this.tile = tile;
  }

  /** AVX-512 and AArch64 have 32 vector registers, AVX2 has 16. */
  private static boolean manyRegisters() {
    return DoubleVector.SPECIES_PREFERRED.vectorBitSize() >= 512
        || System.getProperty("os.arch").equals("aarch64");
  }

  @Override
  public int rows() {
    return tile.rows();
  }

  @Override
  public int columns() {
    return tile.columns();
  }

  @Override
  public void multiply(Band band) {
    int width = tile.columns();
    double[] sums = new double[tile.rows() * width];
    Band.Right right = band.right();
    for (int column = 0; column < right.columns(); column += width) {
      tile.multiply(band.left(), right, right.offset() + column * right.depth(), sums);
      TileWriter.write(sums, width, band, column);
    }
  }

  @Override
  public void dots(Stripe left, Stripe right, double[] sums) {
    RowDots.dots(left, right, sums);
  }

  @Override
  public Optional<InPlaceKernel> inPlace() {
    return Optional.of(new VectorCombination(tile));
  }
}
