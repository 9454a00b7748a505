package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** One group, as Lagrange coding: L = 3, R = 5 of 9 workers. */
final class CsaSingleGroupContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.csa(9, 3, 3, 0));
  }
}
