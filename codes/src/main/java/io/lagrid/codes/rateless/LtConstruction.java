package io.lagrid.codes.rateless;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import io.lagrid.codes.mds.MdsConstruction;
import java.util.Optional;

/** The LT family. Immutable and thread-safe. */
public final class LtConstruction implements Construction {

  private LtConstruction() {}

  /**
   * Every LT code of row blocks with a quarter more sums than blocks, or a partition's own rate.
   */
  public static CodeFamily lt() {
    return new ProductFamily(new LtConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        LtParameters.LT,
        "a tall matrix times a thin one in many small pieces, of which slightly more than m suffice",
        "about m; only N is certain",
        "Luby: LT Codes, 2002; Mallick, Chaudhari, Sheth, Palanikumar, Joshi: Rateless Codes for"
            + " Near-Perfect Load Balancing in Distributed Matrix-Vector Multiplication, 2019");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    if (requirement.reserve() > 0) {
      return Optional.of(
          "which answers it can do without is left to chance, so that it promises to tolerate"
              + " nobody; ask for a tolerance of 0, and it nearly always needs few more than m");
    }
    return MdsConstruction.plainRight(requirement, product);
  }

  @Override
  public Partition largest(Requirement requirement) {
    return Partition.ANY_ROWS;
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return requirement.partition().isPresent() || partition.m() == 1
        ? partition.m()
        : partition.m() + (partition.m() + 3L) / 4;
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new LtCode(new LtParameters(requirement.workers(), partition.m()));
  }
}
