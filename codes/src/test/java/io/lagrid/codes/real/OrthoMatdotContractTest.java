package io.lagrid.codes.real;

/** p = 3: R = 5 of 9 workers. */
final class OrthoMatdotContractTest extends RealProductContract {

  @Override
  protected RealProductCode newCode() {
    return new OrthoMatdotCode(RealProductParameters.of(RealScheme.ORTHOMATDOT, 9, 3, 1, 1));
  }
}
