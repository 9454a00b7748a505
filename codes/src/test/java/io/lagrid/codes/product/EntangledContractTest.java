package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/**
 * R = pmn + p − 1: all three sides cut, 9 of 11 workers; unequal counts, 5 of 9, 5 of 8 and 8 of
 * 10.
 */
final class EntangledContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new EntangledCode(EntangledParameters.entangled(11, new Partition(2, 2, 2), 0)),
        () -> new EntangledCode(EntangledParameters.entangled(9, new Partition(2, 2, 1), 0)),
        () -> new EntangledCode(EntangledParameters.entangled(8, new Partition(2, 1, 2), 0)),
        () -> new EntangledCode(EntangledParameters.entangled(10, new Partition(3, 1, 2), 0)));
  }
}
