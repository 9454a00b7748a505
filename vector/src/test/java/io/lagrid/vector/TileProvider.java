package io.lagrid.vector;

import io.lagrid.algebra.kernel.tile.KernelProvider;
import io.lagrid.algebra.kernel.tile.TileKernel;
import java.util.Optional;
import java.util.function.Supplier;

/** Offers one register tile whether or not it suits the machine, so that tests can name it. */
public abstract class TileProvider implements KernelProvider {

  private final String name;
  private final Supplier<TileKernel> kernel;

  private TileProvider(String name, Supplier<TileKernel> kernel) {
    this.name = name;
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int priority() {
    return -1;
  }

  @Override
  public Optional<TileKernel> kernel() {
    return IncubatorModule.isAvailable() ? Optional.of(kernel.get()) : Optional.empty();
  }

  /** The tile for 32 registers. */
  public static final class Large extends TileProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Large() {
      super("large tile", () -> new VectorKernel(new LargeTile()));
    }
  }

  /** The tile for 16 registers. */
  public static final class Small extends TileProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Small() {
      super("small tile", () -> new VectorKernel(new SmallTile()));
    }
  }
}
