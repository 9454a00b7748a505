package io.lagrid.algebra.kernel.tile;

import java.util.Optional;

/** Offers the kernel that works everywhere. */
public final class PlainProvider implements KernelProvider {

  /** The provider's name. */
  public static final String NAME = "plain";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Optional<TileKernel> kernel() {
    return Optional.of(new PlainKernel());
  }
}
