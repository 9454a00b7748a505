package io.lagrid.codes.convolution;

import io.lagrid.codes.Code;
import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The family of coded convolution. Immutable and thread-safe. */
public final class ConvolutionFamily implements CodeFamily {

  private ConvolutionFamily() {}

  /** The family. */
  public static ConvolutionFamily convolution() {
    return new ConvolutionFamily();
  }

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        ConvolutionParameters.CONVOLUTION,
        "convolutions and their gradients, both operands cut along one axis",
        "p + q - 1; 2(p + q + T) - 3 with T > 0",
        "Yu, Maddah-Ali, Avestimehr: Polynomial Codes, 2017; Dutta, Cadambe, Grover: Coded"
            + " Convolution for Parallel and Distributed Computing within a Deadline, 2017");
  }

  @Override
  public Proposal propose(Requirement requirement) {
    if (!(requirement.operation() instanceof Operation.Convolution operation)) {
      return Proposal.Refusal.foreign(
          "it codes convolutions, not " + requirement.operation().name());
    }
    Optional<String> reason =
        realLimits(requirement).or(() -> misfit(requirement.partition(), operation));
    if (reason.isPresent()) {
      return refuse(reason.get());
    }
    List<Cut> cuts = cuts(requirement, operation);
    long needed = cuts.stream().mapToLong(cut -> cut.threshold(requirement)).min().orElseThrow();
    if (needed > requirement.largestThreshold()) {
      return refuse(
          "%s needs N ≥ %d workers; there are %d"
              .formatted(
                  requirement.tolerance(), needed + requirement.reserve(), requirement.workers()));
    }
    return new Proposal.Codes(
        cuts.stream()
            .filter(cut -> cut.threshold(requirement) <= requirement.largestThreshold())
            .<Code>map(cut -> cut.code(requirement))
            .toList());
  }

  private static Proposal refuse(String reason) {
    return new Proposal.Refusal(reason);
  }

  private static Optional<String> realLimits(Requirement requirement) {
    if (requirement.exact()) {
      return Optional.empty();
    }
    if (requirement.tolerance().colluders() > 0) {
      return Optional.of("perfect privacy needs a finite field; use exact arithmetic");
    }
    if (requirement.tolerance().adversaries() > 0) {
      return Optional.of("liars are found among exact answers only; use exact arithmetic");
    }
    return requirement.verified()
        ? Optional.of(
            "answers of convolutions are checked over finite fields only; use exact arithmetic, or"
                + " no verification")
        : Optional.empty();
  }

  /** The numbers of chunks worth comparing, or those the user wants. */
  private static List<Cut> cuts(Requirement requirement, Operation.Convolution operation) {
    if (requirement.partition().isPresent()) {
      Partition wanted = requirement.partition().get();
      return List.of(
          operation.contraction()
              ? new Cut(operation, wanted.p(), wanted.p())
              : new Cut(operation, wanted.m(), wanted.n()));
    }
    TreeSet<Integer> chunks = new TreeSet<>();
    int most = Math.max(1, requirement.largestThreshold());
    for (int count = 1; count <= most; count++) {
      chunks.add(operation.chunk(count, Integer.MAX_VALUE));
      chunks.add(operation.chunk(Integer.MAX_VALUE, count));
    }
    List<Cut> cuts = new ArrayList<>();
    for (int chunk : chunks) {
      int p = (operation.left() - 1) / chunk + 1;
      int q = operation.contraction() ? p : (operation.right() - 1) / chunk + 1;
      if ((long) p + q - 1 <= Math.max(most, 1) || chunk == chunks.last()) {
        cuts.add(new Cut(operation, p, q));
      }
    }
    return cuts;
  }

  private static Optional<String> misfit(
      Optional<Partition> wanted, Operation.Convolution operation) {
    Partition partition = wanted.orElse(Partition.WHOLE);
    if (operation.contraction()) {
      return partition.m() > 1 || partition.n() > 1
          ? Optional.of(
              "partition %s: a gradient by the filter is cut along the shared dimension alone, as in 3x1x1"
                  .formatted(partition))
          : Optional.empty();
    }
    boolean tooFine = partition.m() > operation.left() || partition.n() > operation.right();
    return partition.p() > 1 || tooFine
        ? Optional.of(
            "partition %s of lengths %d and %d; legal are p = 1, m ≤ %d chunks of A, n ≤ %d of B"
                .formatted(
                    partition,
                    operation.left(),
                    operation.right(),
                    operation.left(),
                    operation.right()))
        : Optional.empty();
  }

  private record Cut(Operation.Convolution operation, int p, int q) {

    private int last() {
      return operation.contraction() ? p - 1 : p + q - 2;
    }

    long threshold(Requirement requirement) {
      return ConvolutionParameters.threshold(p, q, requirement.tolerance().colluders(), last());
    }

    ConvolutionCode code(Requirement requirement) {
      int colluders = requirement.tolerance().colluders();
      return new ConvolutionCode(
          operation.contraction()
              ? ConvolutionParameters.contraction(requirement.workers(), p, colluders)
              : ConvolutionParameters.whole(requirement.workers(), p, q, colluders));
    }
  }
}
