package io.lagrid.codes.product;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** A batch of two, cut in two each: four workers, all needed. */
final class UncodedContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new UncodedCode(new UncodedParameters(new ProductGrid(2, new Partition(1, 2, 1))));
  }

  @Override
  protected boolean hasRoomForLiars() {
    return false;
  }
}
