package io.lagrid.codes.real;

import java.util.List;

/** R = 2K − 1: 7 of 9 workers, 3 of 6 and 5 of 8. */
final class LagrangeChebyshevContractTest extends RealProductContract {

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.LAGRANGE_CHEBYSHEV, 9, 2, 1, 2),
        RealProductParameters.of(RealScheme.LAGRANGE_CHEBYSHEV, 6, 1, 2, 1),
        RealProductParameters.of(RealScheme.LAGRANGE_CHEBYSHEV, 8, 3, 1, 1));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new LagrangeChebyshevCode(parameters);
  }
}
