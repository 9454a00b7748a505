package io.lagrid.codes.rateless;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Nine sums of six row blocks, eight of five, seven of four: all N always decode, and some m do.
 */
final class LtContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new LtCode(new LtParameters(9, 6)),
        () -> new LtCode(new LtParameters(8, 5)),
        () -> new LtCode(new LtParameters(7, 4)));
  }

  @Override
  protected boolean locates() {
    return false;
  }

  @Override
  protected boolean tight() {
    return false;
  }

  @Override
  protected boolean decodes(Collection<Integer> workers) {
    return new NaiveSums((LtCode) code()).determine(workers);
  }
}
