package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/** R = m: 5 of 9 workers, each block at five; 6 of 8, each at three; 3 of 7. */
final class LowWeightContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new LowWeightCode(new LowWeightParameters(9, 5)),
        () -> new LowWeightCode(new LowWeightParameters(8, 6)),
        () -> new LowWeightCode(new LowWeightParameters(7, 3)));
  }
}
