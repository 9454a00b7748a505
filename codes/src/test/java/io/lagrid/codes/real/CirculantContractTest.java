package io.lagrid.codes.real;

import java.util.List;

/**
 * Two and a half groups of q − 1 blocks, two, and one and a half: R = 3 of 7 workers, 2 of 5 and 2
 * of 6.
 */
final class CirculantContractTest extends RealProductContract {

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.CIRCULANT, 7, 1, 15, 1),
        RealProductParameters.of(RealScheme.CIRCULANT, 5, 1, 8, 1),
        RealProductParameters.of(RealScheme.CIRCULANT, 6, 1, 9, 1));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new CirculantCode(parameters);
  }
}
