package io.lagrid.codes.convolution;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** Refuses: what it codes is no product. For convolutions ask {@link #codes}. */
  @Override
  public Proposal propose(Requirement requirement) {
    return new Proposal.Refusal("it codes convolutions, not " + requirement.operation().name());
  }

  /**
   * The codes for a convolution, those with least work per worker first, then least storage.
   *
   * @return at least one
   * @throws IllegalArgumentException if there is none; the message says why, and how many workers
   *     would do
   */
  public List<ConvolutionCode> codes(Requirement requirement, Operation.Convolution operation) {
    if (!requirement.exact() && requirement.tolerance().colluders() > 0) {
      throw refusal("perfect privacy needs a finite field; use exact arithmetic");
    }
    if (!requirement.exact() && requirement.tolerance().adversaries() > 0) {
      throw refusal("liars are found among exact answers only; use exact arithmetic");
    }
    List<Cut> cuts = cuts(requirement, operation);
    long needed = cuts.stream().mapToLong(cut -> cut.threshold(requirement)).min().orElseThrow();
    if (needed > requirement.largestThreshold()) {
      throw refusal(
          "%s needs N ≥ %d workers; there are %d"
              .formatted(
                  requirement.tolerance(), needed + requirement.reserve(), requirement.workers()));
    }
    return cuts.stream()
        .filter(cut -> cut.threshold(requirement) <= requirement.largestThreshold())
        .sorted(Comparator.comparingDouble(Cut::work).thenComparingDouble(Cut::storage))
        .map(cut -> cut.code(requirement))
        .toList();
  }

  private static IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("no coded convolution: " + reason);
  }

  /** The numbers of chunks worth comparing, or those the user wants. */
  private static List<Cut> cuts(Requirement requirement, Operation.Convolution operation) {
    if (requirement.partition().isPresent()) {
      return List.of(wanted(requirement.partition().get(), operation));
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

  private static Cut wanted(Partition partition, Operation.Convolution operation) {
    if (operation.contraction()) {
      if (partition.m() > 1 || partition.n() > 1) {
        throw refusal(
            "partition %s: a gradient by the filter is cut along the shared dimension alone, as in 3x1x1"
                .formatted(partition));
      }
      return new Cut(operation, partition.p(), partition.p());
    }
    boolean tooFine = partition.m() > operation.left() || partition.n() > operation.right();
    if (partition.p() > 1 || tooFine) {
      throw refusal(
          "partition %s of lengths %d and %d; legal are p = 1, m ≤ %d chunks of A, n ≤ %d of B"
              .formatted(
                  partition,
                  operation.left(),
                  operation.right(),
                  operation.left(),
                  operation.right()));
    }
    return new Cut(operation, partition.m(), partition.n());
  }

  private record Cut(Operation.Convolution operation, int p, int q) {

    private int last() {
      return operation.contraction() ? p - 1 : p + q - 2;
    }

    long threshold(Requirement requirement) {
      return ConvolutionParameters.threshold(p, q, requirement.tolerance().colluders(), last());
    }

    /** The part of all pairs of entries that one worker multiplies. */
    double work() {
      double chunk = operation.chunk(p, q);
      return operation.contraction() ? chunk : chunk * Math.min(chunk, operation.right());
    }

    double storage() {
      double chunk = operation.chunk(p, q);
      return chunk + Math.min(chunk, operation.right());
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
