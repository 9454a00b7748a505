package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/** All three sides cut: p = m = n = 2, R = 9 of 11 workers. */
final class EntangledContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new EntangledCode(EntangledParameters.entangled(11, new Partition(2, 2, 2), 0));
  }
}
