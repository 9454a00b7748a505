package io.lagrid.vector;

import io.lagrid.algebra.kernel.tile.KernelProvider;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Optional;

/**
 * Offers the vector kernel where the process has the Vector API.
 *
 * <p>This class mentions no class of the Vector API, so that it loads without it. Immutable and
 * thread-safe.
 */
public final class VectorProvider implements KernelProvider {

  /** For {@link java.util.ServiceLoader}. */
  public VectorProvider() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public Optional<TileKernel> kernel() {
    return IncubatorModule.isAvailable() ? Optional.of(new VectorKernel()) : Optional.empty();
  }

  @Override
  public TransformKernel transforms() {
    return new VectorTransform();
  }
}
