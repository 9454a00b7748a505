package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Four row blocks: R = 4 of 9 workers. */
final class MdsContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new MdsCode(new MdsParameters(9, 4));
  }
}
