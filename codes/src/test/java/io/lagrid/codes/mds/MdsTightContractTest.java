package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.List;
import java.util.function.Supplier;

/** As many row blocks as workers: every one holds a plain block. */
final class MdsTightContractTest extends CodeContract {

  @Override
  protected List<Supplier<ProductCode>> codes() {
    return List.of(
        () -> new MdsCode(new MdsParameters(6, 6)),
        () -> new MdsCode(new MdsParameters(4, 4)),
        () -> new MdsCode(new MdsParameters(1, 1)));
  }

  @Override
  protected boolean hasRoomForLiars() {
    return false;
  }
}
