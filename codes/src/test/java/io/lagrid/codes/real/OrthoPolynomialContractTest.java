package io.lagrid.codes.real;

/** 2x3 blocks: R = 6 of 9 workers. */
final class OrthoPolynomialContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new OrthoPolynomialCode(RealProductParameters.of(RealScheme.ORTHOPOLY, 9, 1, 2, 3));
  }
}
