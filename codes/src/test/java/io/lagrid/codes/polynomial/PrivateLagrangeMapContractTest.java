package io.lagrid.codes.polynomial;

import io.lagrid.codes.lagrange.LagrangeParameters;
import java.util.List;

/** Total degree 3, what is common hidden too: R = 3(K + T − 1) + 1 is 7 of 9, 4 of 7, 7 of 10. */
final class PrivateLagrangeMapContractTest extends MapCodeContract {

  @Override
  List<MapCode> codes() {
    return List.of(
        new LagrangeMapCode(new LagrangeParameters(9, 2, 3, 1)),
        new LagrangeMapCode(new LagrangeParameters(7, 1, 3, 1)),
        new LagrangeMapCode(new LagrangeParameters(10, 1, 3, 2)));
  }

  @Override
  int power() {
    return 2;
  }
}
