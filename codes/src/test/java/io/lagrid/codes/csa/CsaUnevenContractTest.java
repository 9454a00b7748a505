package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Groups of two and one: L = 3, R = 4 of 8 workers. */
final class CsaUnevenContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.csa(8, 3, 2, 0));
  }
}
