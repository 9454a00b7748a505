package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * R = K: 5 of 9 workers with six of nine column blocks each, 6 of 8 with three of eight, and the
 * dense corner K = m = 3 of 7.
 */
final class ShortDotContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new ShortDotCode(new ShortDotParameters(9, 2, 5)),
        () -> new ShortDotCode(new ShortDotParameters(8, 1, 6)),
        () -> new ShortDotCode(new ShortDotParameters(7, 3, 3)));
  }
}
