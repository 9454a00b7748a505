package io.lagrid.codes.polynomial;

import io.lagrid.codes.lagrange.LagrangeParameters;

/** Two blocks, one colluder, total degree 3: R = 7 of 9 workers. */
final class PrivateLagrangeMapContractTest extends MapCodeContract {

  private final MapCode code = new LagrangeMapCode(new LagrangeParameters(9, 2, 3, 1));

  @Override
  MapCode code() {
    return code;
  }

  @Override
  int power() {
    return 2;
  }
}
