package io.lagrid.codes.polynomial;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.lagrange.LagrangeConstruction;
import io.lagrid.codes.lagrange.LagrangeParameters;
import io.lagrid.codes.product.RepetitionConstruction;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A family of product codes that also evaluates polynomial maps, with the largest K that is
 * possible: with reserve ρ = S + 2A (S + A if answers are verified),
 *
 * <pre>
 * Lagrange:    (K + T − 1)·deg f + 1 + ρ ≤ N, so K ≤ (N − ρ − 1)/deg f + 1 − T
 * repetition:  ρ ≤ ⌊N/K⌋ − 1, so K ≤ N/(ρ + 1); T = 0 only
 * </pre>
 *
 * <p>Work and storage per worker are 1/K, so that the larger K is the better code. Repetition wins
 * when workers are few for the degree. Immutable and thread-safe.
 */
public final class MapFamily implements CodeFamily {

  private final CodeFamily products;
  private final BiFunction<Requirement, Operation.Evaluation, Proposal> maps;

  private MapFamily(
      CodeFamily products, BiFunction<Requirement, Operation.Evaluation, Proposal> maps) {
    this.products = products;
    this.maps = maps;
  }

  /** Lagrange coded computing. */
  public static CodeFamily lcc() {
    return new MapFamily(LagrangeConstruction.lcc(), MapFamily::lagrange);
  }

  /** Repetition. */
  public static CodeFamily repetition() {
    return new MapFamily(RepetitionConstruction.repetition(), MapFamily::repeated);
  }

  @Override
  public CodeDescription description() {
    return products.description();
  }

  @Override
  public Proposal propose(Requirement requirement) {
    if (!(requirement.operation() instanceof Operation.Evaluation map)) {
      return products.propose(requirement);
    }
    return limits(requirement)
        .<Proposal>map(Proposal.Refusal::new)
        .orElseGet(() -> maps.apply(requirement, map));
  }

  private static Proposal lagrange(Requirement requirement, Operation.Evaluation map) {
    int colluders = requirement.tolerance().colluders();
    int free = requirement.workers() - requirement.reserve() - 1;
    int most = Math.floorDiv(free, map.degree()) + 1 - colluders;
    if (most < 1) {
      long needed = (long) colluders * map.degree() + 1 + requirement.reserve();
      return new Proposal.Refusal(
          "degree %d with %s needs N ≥ T·deg f + 1 + %d = %d workers; there are %d"
              .formatted(
                  map.degree(),
                  requirement.tolerance(),
                  requirement.reserve(),
                  needed,
                  requirement.workers()));
    }
    LagrangeParameters parameters =
        new LagrangeParameters(requirement.workers(), map.blocks(most), map.degree(), colluders);
    return new Proposal.Codes(List.of(new LagrangeMapCode(parameters)));
  }

  private static Proposal repeated(Requirement requirement, Operation.Evaluation map) {
    if (requirement.tolerance().colluders() > 0) {
      return new Proposal.Refusal(
          "it hides nothing, so not from %d colluders"
              .formatted(requirement.tolerance().colluders()));
    }
    int most = requirement.workers() / (requirement.reserve() + 1);
    if (most < 1) {
      return new Proposal.Refusal(
          "%s needs N ≥ %d workers; there are %d"
              .formatted(
                  requirement.tolerance(), requirement.reserve() + 1, requirement.workers()));
    }
    RepeatedMapParameters parameters =
        new RepeatedMapParameters(requirement.workers(), map.blocks(most));
    return new Proposal.Codes(List.of(new RepeatedMapCode(parameters)));
  }

  private static Optional<String> limits(Requirement requirement) {
    if (requirement.partition().isPresent()) {
      return Optional.of(
          "a partition PxMxN is for products; a map's data are cut into as many blocks as the"
              + " workers allow");
    }
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
