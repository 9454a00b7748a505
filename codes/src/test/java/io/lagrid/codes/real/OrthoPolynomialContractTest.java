package io.lagrid.codes.real;

import java.util.List;

/** R = mn: 6 of 9 workers, 4 of 8 and 4 of 6. */
final class OrthoPolynomialContractTest extends RealProductContract {

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.ORTHOPOLY, 9, 1, 2, 3),
        RealProductParameters.of(RealScheme.ORTHOPOLY, 8, 1, 2, 2),
        RealProductParameters.of(RealScheme.ORTHOPOLY, 6, 1, 4, 1));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new OrthoPolynomialCode(parameters);
  }
}
