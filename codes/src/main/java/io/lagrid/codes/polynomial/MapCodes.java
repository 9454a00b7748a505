package io.lagrid.codes.polynomial;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.lagrange.LagrangeParameters;
import io.lagrid.codes.product.RepetitionParameters;
import java.util.List;
import java.util.Optional;

/**
 * Which codes evaluate a polynomial map, with the largest K each of them allows: with reserve ρ = S
 * + 2A (S + A if answers are verified),
 *
 * <pre>
 * Lagrange:    (K + T − 1)·deg f + 1 + ρ ≤ N, so K ≤ (N − ρ − 1)/deg f + 1 − T
 * repetition:  ρ ≤ ⌊N/K⌋ − 1, so K ≤ N/(ρ + 1); T = 0 only
 * </pre>
 *
 * <p>Work and storage per worker are 1/K, so that the larger K is the better code; between equals,
 * the smaller recovery threshold. Repetition wins when workers are few for the degree.
 */
public final class MapCodes {

  private MapCodes() {}

  /** What Lagrange coded computing and repetition have to offer, in this order. */
  public static List<MapProposal> proposals(Requirement requirement, Operation.Evaluation map) {
    Optional<String> limit = realLimits(requirement);
    if (limit.isPresent()) {
      return List.of(
          MapProposal.refusal(LagrangeParameters.LCC, limit.get()),
          MapProposal.refusal(RepetitionParameters.REPETITION, limit.get()));
    }
    return List.of(lagrange(requirement, map), repetition(requirement, map));
  }

  /** Whether the first code is the better one: larger K, or the same with a smaller R. */
  public static boolean better(MapCode first, MapCode second) {
    if (first.dataBlocks() != second.dataBlocks()) {
      return first.dataBlocks() > second.dataBlocks();
    }
    return first.parameters().recoveryThreshold() < second.parameters().recoveryThreshold();
  }

  private static MapProposal lagrange(Requirement requirement, Operation.Evaluation map) {
    int colluders = requirement.tolerance().colluders();
    int free = requirement.workers() - requirement.reserve() - 1;
    int most = Math.floorDiv(free, map.degree()) + 1 - colluders;
    if (most < 1) {
      long needed = (long) colluders * map.degree() + 1 + requirement.reserve();
      return MapProposal.refusal(
          LagrangeParameters.LCC,
          "degree %d with %s needs N ≥ T·deg f + 1 + %d = %d workers; there are %d"
              .formatted(
                  map.degree(),
                  requirement.tolerance(),
                  requirement.reserve(),
                  needed,
                  requirement.workers()));
    }
    return MapProposal.of(
        new LagrangeMapCode(
            new LagrangeParameters(
                requirement.workers(), map.blocks(most), map.degree(), colluders)));
  }

  private static MapProposal repetition(Requirement requirement, Operation.Evaluation map) {
    if (requirement.tolerance().colluders() > 0) {
      return MapProposal.refusal(
          RepetitionParameters.REPETITION,
          "it hides nothing, so not from %d colluders"
              .formatted(requirement.tolerance().colluders()));
    }
    int most = requirement.workers() / (requirement.reserve() + 1);
    if (most < 1) {
      return MapProposal.refusal(
          RepetitionParameters.REPETITION,
          "%s needs N ≥ %d workers; there are %d"
              .formatted(
                  requirement.tolerance(), requirement.reserve() + 1, requirement.workers()));
    }
    return MapProposal.of(
        new RepeatedMapCode(new RepeatedMapParameters(requirement.workers(), map.blocks(most))));
  }

  private static Optional<String> realLimits(Requirement requirement) {
    if (requirement.exact()) {
      return Optional.empty();
    }
    if (requirement.tolerance().colluders() > 0) {
      return Optional.of(
          "perfect privacy needs uniform noise over a finite field; use exact arithmetic");
    }
    return requirement.tolerance().adversaries() > 0 && !requirement.verified()
        ? Optional.of("it cannot locate liars among real answers; use exact arithmetic")
        : Optional.empty();
  }
}
