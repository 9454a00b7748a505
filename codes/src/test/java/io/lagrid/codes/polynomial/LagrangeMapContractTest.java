package io.lagrid.codes.polynomial;

import io.lagrid.codes.lagrange.LagrangeParameters;

/** Two blocks of a quadratic map with a plain common operand: R = 3 of 8 workers. */
final class LagrangeMapContractTest extends MapCodeContract {

  private final MapCode code = new LagrangeMapCode(new LagrangeParameters(8, 2, 2, 0));

  @Override
  MapCode code() {
    return code;
  }

  @Override
  int power() {
    return 2;
  }
}
