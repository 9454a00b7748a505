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

/**
 * The low-weight family. As many blocks as the tolerance leaves workers for: with fewer, each would
 * reach more workers than it has to. Immutable and thread-safe.
 */
public final class LowWeightConstruction implements Construction {

  private LowWeightConstruction() {}

  /** Every low-weight code of row blocks. */
  public static CodeFamily lowWeight() {
    return new ProductFamily(new LowWeightConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        LowWeightParameters.LOW_WEIGHT,
        "a sparse matrix times a vector or a thin matrix; shares stay as sparse as can be",
        "m; shares of (N - m + 1)/N of the entries",
        "Das, Ramamoorthy, Love, Brinton: Distributed Matrix Computations With Low-Weight Encodings,"
            + " 2023; Halbawi, Liu, Hassibi: Balanced Reed-Solomon Codes, 2016");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    return MdsConstruction.plainRight(requirement, product)
        .or(
            () ->
                product.leftDensity() < 1
                    ? Optional.empty()
                    : Optional.of("its shares of a dense A are no lighter than those of mds"));
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
    return new LowWeightCode(new LowWeightParameters(requirement.workers(), partition.m()));
  }
}
