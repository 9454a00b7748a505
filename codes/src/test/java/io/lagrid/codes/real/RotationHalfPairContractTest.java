package io.lagrid.codes.real;

/** Five blocks of A in three pairs, B in one: R = 3 of 7 workers. */
final class RotationHalfPairContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new RotationCode(RealProductParameters.of(RealScheme.ROTATION, 7, 1, 5, 2));
  }
}
