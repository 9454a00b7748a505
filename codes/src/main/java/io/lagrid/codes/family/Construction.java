package io.lagrid.codes.family;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import java.util.Optional;

/**
 * What {@link ProductFamily} needs to know of a construction to search its parameters.
 *
 * @implSpec Immutable and thread-safe. {@link #workersNeeded} does not decrease when a count of the
 *     partition grows.
 */
public interface Construction {

  /** Name, purpose, threshold and source. */
  CodeDescription description();

  /** Why no code of this construction can serve, whatever the partition; empty if one may. */
  Optional<String> unsupported(Requirement requirement, Operation.Product product);

  /**
   * Whether codes of this construction hide data over the reals, by Gaussian noise: not perfectly,
   * but up to a stated number of bits. If not, colluders over the reals are refused.
   */
  default boolean hidesByNoise() {
    return false;
  }

  /** The smallest counts of a partition this construction allows; 1 each unless it says more. */
  default Partition smallest(Requirement requirement) {
    return Partition.WHOLE;
  }

  /** The largest counts of a partition this construction allows, the matrices' sides aside. */
  Partition largest(Requirement requirement);

  /** The smallest N with which a code of that partition meets the requirement's tolerance. */
  long workersNeeded(Requirement requirement, Operation.Product product, Partition partition);

  /** The code; called only when the requirement has {@link #workersNeeded} workers. */
  ProductCode code(Requirement requirement, Operation.Product product, Partition partition);
}
