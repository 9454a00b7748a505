package io.lagrid.vector;

import io.lagrid.algebra.kernel.KernelsContract;

/** The large tile keeps the contract, also on machines that it is not chosen on. */
final class LargeTileKernelsTest extends KernelsContract {

  @Override
  protected String provider() {
    return "large tile";
  }
}
