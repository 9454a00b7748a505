package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.Collection;

/** A batch of three on ten workers, in groups of four, three and three: R = 8. */
final class RepetitionBatchContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new RepetitionCode(new RepetitionParameters(10, new ProductGrid(3, Partition.WHOLE)));
  }

  @Override
  protected boolean decodes(Collection<Integer> workers) {
    int groups = code().grid().size();
    return workers.stream().map(worker -> worker % groups).distinct().count() == groups;
  }
}
