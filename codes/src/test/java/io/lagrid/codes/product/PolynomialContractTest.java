package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** The corner p = 1: m = 2, n = 2, R = 4 of 8 workers. */
final class PolynomialContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new EntangledCode(EntangledParameters.polynomial(8, 2, 2));
  }
}
