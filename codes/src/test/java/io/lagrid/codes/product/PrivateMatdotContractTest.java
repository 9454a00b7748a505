package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** MatDot with two colluders: p = 2, R = 7 of 9 workers. */
final class PrivateMatdotContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new EntangledCode(EntangledParameters.matdot(9, 2, 2));
  }
}
