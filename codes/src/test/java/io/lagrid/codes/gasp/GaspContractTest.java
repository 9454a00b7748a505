package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/** m = n = 2, one colluder: R = 8 of 9 workers. */
final class GaspContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GaspCode(GaspParameters.best(9, new Partition(1, 2, 2), 1));
  }

  @Override
  protected boolean locates() {
    return false;
  }
}
