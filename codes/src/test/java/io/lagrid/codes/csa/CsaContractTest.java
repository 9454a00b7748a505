package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Two groups of two: L = 4, R = 5 of 9 workers. */
final class CsaContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.csa(9, 4, 2, 0));
  }
}
