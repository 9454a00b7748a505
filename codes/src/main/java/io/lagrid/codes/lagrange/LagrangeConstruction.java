package io.lagrid.codes.lagrange;

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

/** Lagrange coded computing for products and batches of them. Immutable and thread-safe. */
public final class LagrangeConstruction implements Construction {

  private LagrangeConstruction() {}

  /** Every Lagrange product code. */
  public static CodeFamily lcc() {
    return new ProductFamily(new LagrangeConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        LagrangeParameters.LCC,
        "batches of products, or one cut along any sides; stragglers, adversaries and colluders",
        "(K + T - 1) deg f + 1; products: deg f = 2, K = L pmn",
        "Yu, Li, Raviv, Mousavi Kalan, Soltanolkotabi, Avestimehr: Lagrange Coded Computing: Optimal"
            + " Design for Resiliency, Security and Privacy, 2019");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    return Optional.empty();
  }

  @Override
  public Partition largest(Requirement requirement) {
    return new Partition(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return requirement.reserve()
        + LagrangeParameters.threshold(
            product.batch() * partition.blockProducts(),
            LagrangeProductParameters.DEGREE,
            requirement.tolerance().colluders());
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new LagrangeProductCode(
        new LagrangeProductParameters(
            requirement.workers(),
            new ProductGrid(product.batch(), partition),
            requirement.tolerance().colluders()));
  }
}
