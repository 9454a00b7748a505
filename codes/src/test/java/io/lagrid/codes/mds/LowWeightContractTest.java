package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Five row blocks, each at five of nine workers: R = 5. */
final class LowWeightContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new LowWeightCode(new LowWeightParameters(9, 5));
  }
}
