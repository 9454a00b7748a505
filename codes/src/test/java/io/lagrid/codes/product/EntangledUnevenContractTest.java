package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/** Unequal counts: p = 2, m = 2, n = 1, R = 5 of 9 workers. */
final class EntangledUnevenContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new EntangledCode(EntangledParameters.entangled(9, new Partition(2, 2, 1), 0));
  }
}
