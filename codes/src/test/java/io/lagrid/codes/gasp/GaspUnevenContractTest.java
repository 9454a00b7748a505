package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/** m = 2, n = 1, one colluder: R = 5 of 9 workers. */
final class GaspUnevenContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GaspCode(GaspParameters.best(9, new Partition(1, 2, 1), 1));
  }

  @Override
  protected boolean locates() {
    return false;
  }
}
