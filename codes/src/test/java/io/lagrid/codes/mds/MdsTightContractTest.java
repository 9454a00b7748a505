package io.lagrid.codes.mds;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;

/** As many row blocks as workers: every one holds a plain block. */
final class MdsTightContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new MdsCode(new MdsParameters(6, 6));
  }

  @Override
  protected boolean hasRoomForLiars() {
    return false;
  }
}
