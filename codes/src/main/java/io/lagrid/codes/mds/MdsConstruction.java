package io.lagrid.codes.mds;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/** The MDS family. Immutable and thread-safe. */
public final class MdsConstruction implements Construction {

  private MdsConstruction() {}

  /** Every MDS code of row blocks. */
  public static CodeFamily mds() {
    return new ProductFamily(new MdsConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        MdsParameters.MDS,
        "a tall matrix times a vector or a thin matrix, which every worker gets whole",
        "m",
        "Lee, Lam, Pedarsani, Papailiopoulos, Ramchandran: Speeding Up Distributed Machine Learning"
            + " Using Codes, 2017");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    return plainRight(requirement, product);
  }

  /** What no code of one product that sends B as it is can do, if it is asked for. */
  public static Optional<String> plainRight(Requirement requirement, Operation.Product product) {
    if (product.batch() > 1) {
      return Optional.of(
          "it codes one product, not a batch of %d; lcc does".formatted(product.batch()));
    }
    int colluders = requirement.tolerance().colluders();
    return colluders == 0
        ? Optional.empty()
        : Optional.of(
            "workers hold B as it is, which cannot be hidden from %d colluders; matdot and lcc do"
                .formatted(colluders));
  }

  @Override
  public Partition largest(Requirement requirement) {
    return Partition.ANY_ROWS;
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return (long) partition.m() + requirement.reserve();
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new MdsCode(new MdsParameters(requirement.workers(), partition.m()));
  }
}
