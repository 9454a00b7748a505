package io.lagrid.algebra.kernel;

/** The plain provider keeps the contract. */
final class PlainKernelsTest extends KernelsContract {

  @Override
  protected String provider() {
    return "plain";
  }
}
