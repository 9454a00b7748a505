package io.lagrid.codes.product;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/** The uncoded baseline. Immutable and thread-safe. */
public final class UncodedConstruction implements Construction {

  private UncodedConstruction() {}

  /** Every uncoded split. */
  public static CodeFamily uncoded() {
    return new ProductFamily(new UncodedConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        UncodedParameters.UNCODED,
        "plain blocks, each at one worker: tolerates nothing, the yardstick of every price",
        "K = L pmn, all of them",
        "the baseline");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    return requirement.tolerance().equals(Tolerance.NONE)
        ? Optional.empty()
        : Optional.of(
            "every answer is needed, so it cannot tolerate %s".formatted(requirement.tolerance()));
  }

  @Override
  public Partition largest(Requirement requirement) {
    return new Partition(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return product.batch() * partition.blockProducts();
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new UncodedCode(new UncodedParameters(new ProductGrid(product.batch(), partition)));
  }
}
