package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** One row block and K = 6 of 8 workers: three of eight column blocks each. */
final class ShortDotSingleRowContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new ShortDotCode(new ShortDotParameters(8, 1, 6));
  }
}
