package io.lagrid.codes.lagrange;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.List;
import java.util.function.Supplier;

/** R = 2(K + T) − 1: K = 4, T = 0; K = 2, T = 1; K = 2, T = 2; K = 3, T = 0. */
final class LagrangeProductContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () ->
            new LagrangeProductCode(
                new LagrangeProductParameters(9, new ProductGrid(1, new Partition(2, 1, 2)), 0)),
        () ->
            new LagrangeProductCode(
                new LagrangeProductParameters(9, new ProductGrid(2, Partition.WHOLE), 1)),
        () ->
            new LagrangeProductCode(
                new LagrangeProductParameters(9, new ProductGrid(1, new Partition(1, 2, 1)), 2)),
        () ->
            new LagrangeProductCode(
                new LagrangeProductParameters(7, new ProductGrid(3, Partition.WHOLE), 0)));
  }
}
