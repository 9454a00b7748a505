package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.Collection;

/** Two block products on nine workers: R = 6. */
final class RepetitionContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new RepetitionCode(
        new RepetitionParameters(9, new ProductGrid(1, new Partition(2, 1, 1))));
  }

  @Override
  protected boolean decodes(Collection<Integer> workers) {
    int groups = code().grid().size();
    return workers.stream().map(worker -> worker % groups).distinct().count() == groups;
  }
}
