package io.lagrid.vector;

import io.lagrid.algebra.kernel.KernelsContract;

/** The small tile keeps the contract, also on machines that it is not chosen on. */
final class SmallTileKernelsTest extends KernelsContract {

  @Override
  protected String provider() {
    return "small tile";
  }
}
