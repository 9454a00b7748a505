package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Six row blocks, each at three of eight workers: R = 6. */
final class LowWeightTightContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new LowWeightCode(new LowWeightParameters(8, 6));
  }
}
