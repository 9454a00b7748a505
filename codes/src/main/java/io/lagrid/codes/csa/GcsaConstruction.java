package io.lagrid.codes.csa;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import java.util.Optional;

/**
 * Cross subspace alignment with one group size. Immutable and thread-safe.
 *
 * @param description of the family
 * @param bounds the largest counts of a partition
 * @param groupSize Kc
 */
record GcsaConstruction(CodeDescription description, Partition bounds, int groupSize)
    implements Construction {

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    if (product.batch() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        requirement.tolerance().colluders() == 0
            ? "it codes batches of products, not a single one; entangled does"
            : "it codes batches of products, not a single one; matdot and lcc do");
  }

  @Override
  public Partition largest(Requirement requirement) {
    return bounds;
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    int colluders = requirement.tolerance().colluders();
    return requirement.reserve()
        + GcsaParameters.threshold(partition, product.batch(), groupSize, colluders);
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new GcsaCode(
        new GcsaParameters(
            description.name(),
            requirement.workers(),
            new ProductGrid(product.batch(), partition),
            groupSize,
            requirement.tolerance().colluders()));
  }
}
