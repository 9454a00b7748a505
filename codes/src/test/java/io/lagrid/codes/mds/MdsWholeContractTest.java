package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** One row block, at all of five workers: R = 1. */
final class MdsWholeContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new MdsCode(new MdsParameters(5, 1));
  }
}
