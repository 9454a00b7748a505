package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * R = L + Kc − 1 + 2T: two groups of two, one group, groups of two and one, two of one with
 * colluders.
 */
final class CsaContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new GcsaCode(GcsaParameters.csa(9, 4, 2, 0)),
        () -> new GcsaCode(GcsaParameters.csa(9, 3, 3, 0)),
        () -> new GcsaCode(GcsaParameters.csa(8, 3, 2, 0)),
        () -> new GcsaCode(GcsaParameters.csa(8, 2, 1, 2)));
  }
}
