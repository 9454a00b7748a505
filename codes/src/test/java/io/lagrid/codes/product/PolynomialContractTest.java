package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/** The corner p = 1: R = mn is 4 of 8, 6 of 9, 4 of 7 and 3 of 6 workers. */
final class PolynomialContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new EntangledCode(EntangledParameters.polynomial(8, 2, 2)),
        () -> new EntangledCode(EntangledParameters.polynomial(9, 3, 2)),
        () -> new EntangledCode(EntangledParameters.polynomial(7, 4, 1)),
        () -> new EntangledCode(EntangledParameters.polynomial(6, 1, 3)));
  }
}
