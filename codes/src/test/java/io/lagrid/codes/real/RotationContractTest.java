package io.lagrid.codes.real;

/** 2 pairs of each operand: R = 4 of 8 workers. */
final class RotationContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new RotationCode(RealProductParameters.of(RealScheme.ROTATION, 8, 1, 4, 4));
  }
}
