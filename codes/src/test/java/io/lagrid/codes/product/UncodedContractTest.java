package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.List;
import java.util.function.Supplier;

/** Every worker is needed: two products in two blocks each, one in three, five whole ones. */
final class UncodedContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new UncodedCode(new UncodedParameters(new ProductGrid(2, new Partition(1, 2, 1)))),
        () -> new UncodedCode(new UncodedParameters(new ProductGrid(1, new Partition(3, 1, 1)))),
        () -> new UncodedCode(new UncodedParameters(new ProductGrid(5, Partition.WHOLE))));
  }

  @Override
  protected boolean hasRoomForLiars() {
    return false;
  }
}
