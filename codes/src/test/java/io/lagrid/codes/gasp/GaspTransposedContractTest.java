package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/** m = 1, n = 2, two colluders, the chunks of noise on the side of B: R = 7 of 9 workers. */
final class GaspTransposedContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GaspCode(new GaspParameters(9, new Partition(1, 1, 2), 2, 2, true));
  }

  @Override
  protected boolean locates() {
    return false;
  }
}
