package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.List;
import java.util.function.Supplier;

/**
 * Batches of two cut along the shared side, by rows in one group, and by columns with a colluder.
 */
final class GcsaContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () ->
            new GcsaCode(GcsaParameters.gcsa(9, new ProductGrid(2, new Partition(2, 1, 1)), 1, 0)),
        () ->
            new GcsaCode(GcsaParameters.gcsa(8, new ProductGrid(2, new Partition(1, 2, 1)), 2, 0)),
        () ->
            new GcsaCode(GcsaParameters.gcsa(9, new ProductGrid(2, new Partition(1, 1, 2)), 1, 1)));
  }
}
