package io.lagrid.codes.approximate;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * The family of one kind of curves. It refuses products, which codes that give them exactly do
 * better. Immutable and thread-safe.
 *
 * @param scheme which curves
 */
public record CurveFamily(CurveScheme scheme) implements CodeFamily {

  @Override
  public CodeDescription description() {
    return scheme.description();
  }

  @Override
  public Proposal propose(Requirement requirement) {
    if (!(requirement.operation() instanceof Operation.Map map)) {
      return Proposal.Refusal.foreign(
          "it estimates functions of blocks (map); %s is done better by codes that are not approximate"
              .formatted(requirement.operation().name()));
    }
    int colluders = requirement.tolerance().colluders();
    return objection(requirement, map.blocks() + colluders)
        .<Proposal>map(Proposal.Refusal::new)
        .orElseGet(
            () ->
                new Proposal.Codes(
                    List.of(
                        new CurveCode(
                            new CurveParameters(
                                scheme, requirement.workers(), map.blocks(), colluders)))));
  }

  /**
   * What stands in the way.
   *
   * @param blocks K + T
   */
  private Optional<String> objection(Requirement requirement, int blocks) {
    int answers = requirement.workers() - requirement.tolerance().stragglers();
    if (requirement.exact()) {
      return Optional.of("it estimates in real arithmetic alone");
    }
    if (requirement.partition().isPresent()) {
      return Optional.of("a partition PxMxN is for products");
    }
    if (answers < scheme.quorum()) {
      return Optional.of(
          "%d workers, of which %d may not answer; an estimate needs %d answers"
              .formatted(
                  requirement.workers(), requirement.tolerance().stragglers(), scheme.quorum()));
    }
    if (blocks < scheme.quorum() || requirement.tolerance().colluders() > requirement.workers()) {
      return Optional.of(
          "its curve passes %d blocks and %d of noise; at least %d in all, and no more of noise than"
                  .formatted(
                      blocks - requirement.tolerance().colluders(),
                      requirement.tolerance().colluders(),
                      scheme.quorum())
              + " workers, are legal");
    }
    return EstimateWanted.from(answers)
        .adversaries(requirement.tolerance().adversaries())
        .objection(blocks, scheme.quorum());
  }
}
