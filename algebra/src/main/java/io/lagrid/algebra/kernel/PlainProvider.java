package io.lagrid.algebra.kernel;

import java.util.Optional;

/** Offers the kernel that works everywhere. */
final class PlainProvider implements KernelProvider {

  static final String NAME = "plain";

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
