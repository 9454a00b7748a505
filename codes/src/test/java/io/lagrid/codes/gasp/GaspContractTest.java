package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * R = 8 of 9 workers, 5 of 9, 7 of 9 with the chunks of noise on the side of B, 5 of 7 and 5 of 6.
 */
final class GaspContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new GaspCode(GaspParameters.best(9, new Partition(1, 2, 2), 1)),
        () -> new GaspCode(GaspParameters.best(9, new Partition(1, 2, 1), 1)),
        () -> new GaspCode(new GaspParameters(9, new Partition(1, 1, 2), 2, 2, true)),
        () -> new GaspCode(GaspParameters.best(7, new Partition(1, 2, 1), 1)),
        () -> new GaspCode(GaspParameters.best(6, Partition.WHOLE, 2)));
  }

  @Override
  protected boolean locates() {
    return false;
  }
}
