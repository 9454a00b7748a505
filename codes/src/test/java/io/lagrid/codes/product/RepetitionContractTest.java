package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** R = 6 of 9 (two groups), 8 of 10 (groups of four, three and three), 5 of 7 and 1 of 4. */
final class RepetitionContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () ->
            new RepetitionCode(
                new RepetitionParameters(9, new ProductGrid(1, new Partition(2, 1, 1)))),
        () -> new RepetitionCode(new RepetitionParameters(10, new ProductGrid(3, Partition.WHOLE))),
        () ->
            new RepetitionCode(
                new RepetitionParameters(7, new ProductGrid(1, new Partition(1, 2, 1)))),
        () -> new RepetitionCode(new RepetitionParameters(4, new ProductGrid(1, Partition.WHOLE))));
  }

  @Override
  protected boolean decodes(Collection<Integer> workers) {
    int groups = code().grid().size();
    return workers.stream().map(worker -> worker % groups).distinct().count() == groups;
  }
}
