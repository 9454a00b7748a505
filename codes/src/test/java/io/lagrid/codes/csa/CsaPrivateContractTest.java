package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** Two groups of one and two colluders: L = 2, R = 6 of 8 workers. */
final class CsaPrivateContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.csa(8, 2, 1, 2));
  }
}
