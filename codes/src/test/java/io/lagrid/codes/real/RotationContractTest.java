package io.lagrid.codes.real;

import java.util.List;

/**
 * Two pairs of each operand; B whole, as in a matrix-vector product; half a pair left over: R = 4
 * of 8, 3 of 7 and 3 of 7 workers.
 */
final class RotationContractTest extends RealProductContract {

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.ROTATION, 8, 1, 4, 4),
        RealProductParameters.of(RealScheme.ROTATION, 7, 1, 6, 1),
        RealProductParameters.of(RealScheme.ROTATION, 7, 1, 5, 2));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new RotationCode(parameters);
  }
}
