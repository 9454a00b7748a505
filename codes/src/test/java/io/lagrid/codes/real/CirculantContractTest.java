package io.lagrid.codes.real;

/** Two and a half groups of q - 1 = 6 blocks: R = 3 of 7 workers. */
final class CirculantContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new CirculantCode(RealProductParameters.of(RealScheme.CIRCULANT, 7, 1, 15, 1));
  }
}
