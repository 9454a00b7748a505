package io.lagrid.codes.product;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/** The repetition family. Immutable and thread-safe. */
public final class RepetitionConstruction implements Construction {

  private RepetitionConstruction() {}

  /** Every repetition code. */
  public static CodeFamily repetition() {
    return new ProductFamily(new RepetitionConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        RepetitionParameters.REPETITION,
        "plain blocks, each at several workers: for few workers and many blocks",
        "N - floor(N/K) + 1, K = L pmn",
        "the baseline; as a regime of Lagrange coding: Yu, Li, Raviv, Mousavi Kalan, Soltanolkotabi,"
            + " Avestimehr: Lagrange Coded Computing, 2019");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    int colluders = requirement.tolerance().colluders();
    return colluders == 0
        ? Optional.empty()
        : Optional.of(
            "workers hold plain blocks, which cannot be hidden from %d colluders; matdot and lcc do"
                .formatted(colluders));
  }

  @Override
  public Partition largest(Requirement requirement) {
    return new Partition(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** K·(reserve + 1), from ⌊N/K⌋ ≥ reserve + 1. */
  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return product.batch() * partition.blockProducts() * (requirement.reserve() + 1L);
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    ProductGrid grid = new ProductGrid(product.batch(), partition);
    return new RepetitionCode(new RepetitionParameters(requirement.workers(), grid));
  }
}
