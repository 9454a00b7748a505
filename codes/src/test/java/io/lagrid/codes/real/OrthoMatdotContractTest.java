package io.lagrid.codes.real;

import java.util.List;

/** R = 2p − 1: 5 of 9 workers, 3 of 6 and 7 of 9. */
final class OrthoMatdotContractTest extends RealProductContract {

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.ORTHOMATDOT, 9, 3, 1, 1),
        RealProductParameters.of(RealScheme.ORTHOMATDOT, 6, 2, 1, 1),
        RealProductParameters.of(RealScheme.ORTHOMATDOT, 9, 4, 1, 1));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new OrthoMatdotCode(parameters);
  }
}
