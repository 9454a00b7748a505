package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/** The corner m = n = 1: R = 2(p + T) − 1 is 5 of 8, 7 of 9, 3 of 7 and 5 of 7 workers. */
final class MatdotContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new EntangledCode(EntangledParameters.matdot(8, 3, 0)),
        () -> new EntangledCode(EntangledParameters.matdot(9, 2, 2)),
        () -> new EntangledCode(EntangledParameters.matdot(7, 2, 0)),
        () -> new EntangledCode(EntangledParameters.matdot(7, 2, 1)));
  }
}
