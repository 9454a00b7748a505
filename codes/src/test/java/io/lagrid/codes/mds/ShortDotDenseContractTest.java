package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** The corner K = m = 3: every worker has to do with all seven column blocks. */
final class ShortDotDenseContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new ShortDotCode(new ShortDotParameters(7, 3, 3));
  }
}
