package io.lagrid.codes.real;

/** B is sent whole, as in a matrix-vector product: R = 3 of 7 workers. */
final class RotationWholeContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new RotationCode(RealProductParameters.of(RealScheme.ROTATION, 7, 1, 6, 1));
  }
}
