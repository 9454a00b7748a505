package io.lagrid.codes.product;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/** The entangled polynomial family and its two named corners. Immutable and thread-safe. */
public final class EntangledConstruction implements Construction {

  private static final int FREE = Integer.MAX_VALUE;

  private final CodeDescription description;
  private final Partition bounds;

  private EntangledConstruction(CodeDescription description, Partition bounds) {
    this.description = description;
    this.bounds = bounds;
  }

  /** Every entangled polynomial code. */
  public static CodeFamily entangled() {
    return family(
        new CodeDescription(
            EntangledParameters.ENTANGLED,
            "one product, cut along any sides",
            "pmn + p - 1; 2p + 2T - 1 at m = n = 1",
            "Yu, Maddah-Ali, Avestimehr: Straggler Mitigation in Distributed Matrix Multiplication:"
                + " Fundamental Limits and Optimal Coding, 2020"),
        new Partition(FREE, FREE, FREE));
  }

  /** The corner p = 1. */
  public static CodeFamily polynomial() {
    return family(
        new CodeDescription(
            EntangledParameters.POLYNOMIAL,
            "one product, A cut by rows and B by columns: smallest threshold for its work",
            "mn",
            "Yu, Maddah-Ali, Avestimehr: Polynomial Codes: an Optimal Design for High-Dimensional"
                + " Coded Matrix Multiplication, 2017"),
        new Partition(1, FREE, FREE));
  }

  /** The corner m = n = 1. */
  public static CodeFamily matdot() {
    return family(
        new CodeDescription(
            EntangledParameters.MATDOT,
            "one product cut along the shared side, with privacy: smallest threshold for its storage",
            "2p + 2T - 1",
            "Dutta, Fahim, Haddadpour, Jeong, Cadambe, Grover: On the Optimal Recovery Threshold of"
                + " Coded Matrix Multiplication, 2018"),
        new Partition(FREE, 1, 1));
  }

  private static CodeFamily family(CodeDescription description, Partition bounds) {
    return new ProductFamily(new EntangledConstruction(description, bounds));
  }

  @Override
  public CodeDescription description() {
    return description;
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    if (product.batch() > 1) {
      return Optional.of(
          "it codes one product, not a batch of %d; lcc does".formatted(product.batch()));
    }
    if (requirement.tolerance().colluders() > 0 && bounds.p() == 1) {
      return Optional.of(
          "it does not hide data from %d colluders; matdot and lcc do"
              .formatted(requirement.tolerance().colluders()));
    }
    return Optional.empty();
  }

  @Override
  public Partition largest(Requirement requirement) {
    return requirement.tolerance().colluders() > 0 ? new Partition(bounds.p(), 1, 1) : bounds;
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    int colluders = requirement.tolerance().colluders();
    return EntangledParameters.threshold(partition, colluders) + requirement.reserve();
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new EntangledCode(
        new EntangledParameters(
            description.name(),
            requirement.workers(),
            partition,
            requirement.tolerance().colluders()));
  }
}
