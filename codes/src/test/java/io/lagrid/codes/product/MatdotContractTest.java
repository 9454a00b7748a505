package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** The corner m = n = 1: p = 3, R = 5 of 8 workers. */
final class MatdotContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new EntangledCode(EntangledParameters.matdot(8, 3, 0));
  }
}
