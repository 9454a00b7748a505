package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/**
 * The GASP family: for every partition the r, and the side to apply it to, with the smallest
 * threshold. Immutable and thread-safe.
 */
public final class GaspConstruction implements Construction {

  /**
   * The largest threshold offered. That every R answers decode is found by elimination, in about R³
   * operations per prime, before anything is sent: at R near 4000 nothing had been after 100 s.
   */
  private static final int MOST_ANSWERS = 512;

  private GaspConstruction() {}

  /** Every GASP code worth comparing. */
  public static CodeFamily gasp() {
    return new ProductFamily(new GaspConstruction());
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        GaspParameters.GASP,
        "one private product, A cut by rows and B by columns; liars by verification only",
        "the number of distinct entries of its degree table; 15 at m = n = 3, T = 1",
        "D'Oliveira, El Rouayheb, Karpuk: GASP Codes for Secure Distributed Matrix Multiplication,"
            + " 2020");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    Tolerance tolerance = requirement.tolerance();
    if (product.batch() > 1) {
      return Optional.of(
          "it codes one product, not a batch of %d; lcc does".formatted(product.batch()));
    }
    if (tolerance.colluders() == 0) {
      return Optional.of("it hides data from colluders; with none, polynomial does the same");
    }
    if (tolerance.colluders() >= requirement.workers()) {
      return Optional.of(
          "nothing can be hidden from %d colluders among %d workers"
              .formatted(tolerance.colluders(), requirement.workers()));
    }
    if (tolerance.adversaries() > 0 && !requirement.verified()) {
      return Optional.of(
          "it cannot locate %d adversaries; verify answers".formatted(tolerance.adversaries()));
    }
    return requirement
        .partition()
        .filter(partition -> threshold(requirement, partition) > MOST_ANSWERS)
        .map(
            partition ->
                "with %s it would need %d answers; its points are checked for up to %d, and entangled codes have no such limit"
                    .formatted(partition, threshold(requirement, partition), MOST_ANSWERS));
  }

  private static long threshold(Requirement requirement, Partition partition) {
    return GaspParameters.threshold(
        requirement.workers(), partition, requirement.tolerance().colluders());
  }

  @Override
  public Partition largest(Requirement requirement) {
    return new Partition(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    long threshold = threshold(requirement, partition);
    return threshold > MOST_ANSWERS ? Long.MAX_VALUE : requirement.reserve() + threshold;
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new GaspCode(
        GaspParameters.best(requirement.workers(), partition, requirement.tolerance().colluders()));
  }
}
