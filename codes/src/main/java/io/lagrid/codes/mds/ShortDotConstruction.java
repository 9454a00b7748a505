package io.lagrid.codes.mds;

import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.Construction;
import io.lagrid.codes.family.ProductFamily;
import java.util.Optional;

/**
 * The Short-Dot family: p = N, and K as large as the tolerance allows, because work, storage and
 * upload fall with K. Of a sparse A, m = 1 unless a user says: then a worker's entries are those of
 * N − K + 1 column blocks, the fewest, where more row blocks would lie above each other. Immutable
 * and thread-safe.
 */
public final class ShortDotConstruction implements Construction {

  private ShortDotConstruction() {}

  /** Every Short-Dot code. */
  public static CodeFamily shortDot() {
    return new ProductFamily(new ShortDotConstruction());
  }

  /** 128 MiB of doubles, a second to make: what is planned or decoded must not take longer. */
  private static final long MOST_COEFFICIENTS = 1 << 24;

  @Override
  public CodeDescription description() {
    return new CodeDescription(
        ShortDotParameters.SHORT_DOT,
        "a matrix of few rows and many columns times a vector, of which workers get parts",
        "K, m <= K <= N; shares of (N - K + m)/N of the columns",
        "Dutta, Cadambe, Grover: Short-Dot: Computing Large Linear Transforms Distributedly Using"
            + " Coded Short Dot Products, 2016");
  }

  @Override
  public Optional<String> unsupported(Requirement requirement, Operation.Product product) {
    return MdsConstruction.plainRight(requirement, product)
        .or(() -> tooFewColumns(requirement.workers(), product))
        .or(() -> tooManyCoefficients(requirement));
  }

  private static Optional<String> tooFewColumns(int workers, Operation.Product product) {
    return product.inner() >= workers
        ? Optional.empty()
        : Optional.of(
            "it cuts the %d columns of A into a block for each of %d workers; mds does not"
                .formatted(product.inner(), workers));
  }

  private static Optional<String> tooManyCoefficients(Requirement requirement) {
    return coefficients(requirement, 1) <= MOST_COEFFICIENTS
        ? Optional.empty()
        : Optional.of(
            "its encoding for %d workers would have %d coefficients, more than %d; mds has few"
                .formatted(requirement.workers(), coefficients(requirement, 1), MOST_COEFFICIENTS));
  }

  /** Entries of the encoding of A: (N − K + m)·N coded blocks of m·N blocks. */
  private static long coefficients(Requirement requirement, long rowBlocks) {
    long workers = requirement.workers();
    long blocksPerShare = workers - requirement.largestThreshold() + rowBlocks;
    return workers * blocksPerShare * workers * rowBlocks;
  }

  private static int mostRowBlocks(Requirement requirement) {
    int most = 1;
    while (coefficients(requirement, most + 1) <= MOST_COEFFICIENTS) {
      most++;
    }
    return most;
  }

  @Override
  public Partition smallest(Requirement requirement) {
    return new Partition(requirement.workers(), 1, 1);
  }

  @Override
  public Partition largest(Requirement requirement) {
    boolean sparse =
        requirement.operation() instanceof Operation.Product product && product.leftDensity() < 1;
    boolean chosen = requirement.partition().isPresent();
    return new Partition(
        requirement.workers(), sparse && !chosen ? 1 : mostRowBlocks(requirement), 1);
  }

  @Override
  public long workersNeeded(
      Requirement requirement, Operation.Product product, Partition partition) {
    return (long) partition.m() + requirement.reserve();
  }

  @Override
  public ProductCode code(Requirement requirement, Operation.Product product, Partition partition) {
    return new ShortDotCode(
        new ShortDotParameters(
            requirement.workers(), partition.m(), requirement.largestThreshold()));
  }
}
