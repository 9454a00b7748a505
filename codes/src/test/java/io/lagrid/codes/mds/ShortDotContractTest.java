package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Two row blocks and K = 5 of 9 workers: six of nine column blocks each. */
final class ShortDotContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new ShortDotCode(new ShortDotParameters(9, 2, 5));
  }
}
