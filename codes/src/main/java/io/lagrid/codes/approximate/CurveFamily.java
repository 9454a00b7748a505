package io.lagrid.codes.approximate;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;

/**
 * The family of one kind of curves, for listing. It refuses products, which codes that give them
 * exactly do better. Immutable and thread-safe.
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
    return new Proposal.Refusal(
        "it estimates functions of blocks (map); %s is done better by codes that are not approximate"
            .formatted(requirement.operation().name()));
  }
}
