package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/** R = m: 4 of 9 workers, 1 of 5, 3 of 8 and 5 of 7. */
final class MdsContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new MdsCode(new MdsParameters(9, 4)),
        () -> new MdsCode(new MdsParameters(5, 1)),
        () -> new MdsCode(new MdsParameters(8, 3)),
        () -> new MdsCode(new MdsParameters(7, 5)));
  }
}
