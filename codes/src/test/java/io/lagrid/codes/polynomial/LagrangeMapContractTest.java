package io.lagrid.codes.polynomial;

import io.lagrid.codes.lagrange.LagrangeParameters;
import java.util.List;

/**
 * Quadratic in what is cut, with a plain common operand: R = 2(K − 1) + 1 is 3 of 8, 5 of 9, 1 of
 * 5.
 */
final class LagrangeMapContractTest extends MapCodeContract {

  @Override
  List<MapCode> codes() {
    return List.of(
        new LagrangeMapCode(new LagrangeParameters(8, 2, 2, 0)),
        new LagrangeMapCode(new LagrangeParameters(9, 3, 2, 0)),
        new LagrangeMapCode(new LagrangeParameters(5, 1, 2, 0)));
  }

  @Override
  int power() {
    return 2;
  }
}
