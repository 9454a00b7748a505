package io.lagrid.codes.family;

import io.lagrid.codes.Code;
import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * A family of product codes: a construction, searched over its partitions.
 *
 * <p>It proposes a code for the user's partition, or for every partition that no other one improves
 * on in all three counts; or it says why there is none. Immutable and thread-safe.
 */
public final class ProductFamily implements CodeFamily {

  private final Construction construction;

  /** The family of one construction. */
  public ProductFamily(Construction construction) {
    this.construction = construction;
  }

  @Override
  public CodeDescription description() {
    return construction.description();
  }

  @Override
  public Proposal propose(Requirement requirement) {
    if (!(requirement.operation() instanceof Operation.Product product)) {
      return Proposal.Refusal.foreign("it codes products, not " + requirement.operation().name());
    }
    Optional<String> reason =
        realLimits(requirement).or(() -> construction.unsupported(requirement, product));
    if (reason.isPresent()) {
      return refuse(reason.get());
    }
    PartitionSearch.Range range =
        new PartitionSearch.Range(
            construction.smallest(requirement), construction.largest(requirement));
    Optional<Partition> wanted = requirement.partition();
    reason = wanted.flatMap(partition -> misfit(partition, product, range));
    if (reason.isPresent()) {
      return refuse(reason.get());
    }
    Partition smallest = wanted.orElse(range.smallest());
    long needed = construction.workersNeeded(requirement, product, smallest);
    if (needed > requirement.workers()) {
      return refuse(tooFewWorkers(requirement, smallest, needed));
    }
    return new Proposal.Codes(codes(requirement, product, range));
  }

  private List<Code> codes(
      Requirement requirement, Operation.Product product, PartitionSearch.Range range) {
    PartitionSearch search =
        new PartitionSearch(
            product,
            range,
            partition ->
                construction.workersNeeded(requirement, product, partition)
                    <= requirement.workers());
    return requirement.partition().map(List::of).orElseGet(search::maximal).stream()
        .<Code>map(partition -> construction.code(requirement, product, partition))
        .toList();
  }

  private static Proposal refuse(String reason) {
    return new Proposal.Refusal(reason);
  }

  private Optional<String> realLimits(Requirement requirement) {
    if (requirement.exact()) {
      return Optional.empty();
    }
    Tolerance tolerance = requirement.tolerance();
    if (tolerance.colluders() > 0 && !construction.hidesByNoise()) {
      return Optional.of(
          "perfect privacy against %d colluders needs uniform noise over a finite field; use exact"
                  .formatted(tolerance.colluders())
              + " arithmetic");
    }
    if (tolerance.adversaries() > 0 && !requirement.verified()) {
      return Optional.of(
          "it cannot locate %d adversaries from real answers; verify answers or use exact arithmetic"
              .formatted(tolerance.adversaries()));
    }
    return Optional.empty();
  }

  private static Optional<String> misfit(
      Partition partition, Operation.Product product, PartitionSearch.Range range) {
    return excess(partition, "p", partition.p(), product.inner(), "columns of A")
        .or(() -> excess(partition, "m", partition.m(), product.rows(), "rows of A"))
        .or(() -> excess(partition, "n", partition.n(), product.columns(), "columns of B"))
        .or(() -> excluded(partition, range));
  }

  private static Optional<String> excess(
      Partition partition, String letter, int count, int side, String where) {
    return count <= side
        ? Optional.empty()
        : Optional.of(
            "partition %s: %s = %d exceeds the %d %s"
                .formatted(partition, letter, count, side, where));
  }

  private static Optional<String> excluded(Partition partition, PartitionSearch.Range range) {
    if (range.holds(partition)) {
      return Optional.empty();
    }
    Partition least = range.smallest();
    Partition most = range.largest();
    return Optional.of(
        "partition %s is outside the construction, which here has %s%s%s"
            .formatted(
                partition,
                limit("p", least.p(), most.p()),
                limit("m", least.m(), most.m()),
                limit("n", least.n(), most.n()))
            .stripTrailing());
  }

  private static String limit(String letter, int least, int most) {
    if (most == Integer.MAX_VALUE) {
      return "";
    }
    return letter + (least == most && least > 1 ? " = " : " ≤ ") + most + " ";
  }

  private static String tooFewWorkers(Requirement requirement, Partition partition, long needed) {
    return "partition %s with %s%s needs N ≥ %d workers; there are %d"
        .formatted(
            partition,
            requirement.tolerance(),
            requirement.verified() ? " and verified answers" : "",
            needed,
            requirement.workers());
  }
}
