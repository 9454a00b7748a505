package io.lagrid.codes.csa;

import io.lagrid.codes.Code;
import io.lagrid.codes.CodeDescription;
import io.lagrid.codes.CodeFamily;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.family.ProductFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * Cross subspace alignment for whole products and for products that are cut: every group size worth
 * comparing, and for each the partitions worth comparing.
 *
 * <p>Larger groups mean less storage, upload and work, and a larger threshold. A group size is
 * worth comparing if no smaller one makes do with as few groups: ⌈L/ℓ⌉ for ℓ = 1, …, L, about 2√L
 * of them. Immutable and thread-safe.
 */
public final class GcsaFamily implements CodeFamily {

  private static final int FREE = Integer.MAX_VALUE;

  private final CodeDescription description;
  private final Partition bounds;

  private GcsaFamily(CodeDescription description, Partition bounds) {
    this.description = description;
    this.bounds = bounds;
  }

  /** Every code for batches of whole products. */
  public static CodeFamily csa() {
    return new GcsaFamily(
        new CodeDescription(
            GcsaParameters.CSA,
            "batches of products; trades upload and work against the threshold, with privacy",
            "(l + 1)Kc - 1; (l + 1)Kc + 2T - 1; L = l Kc",
            "Jia, Jafar: Cross Subspace Alignment Codes for Coded Distributed Batch Computation,"
                + " 2021"),
        Partition.WHOLE);
  }

  /** Every code for batches of products that are cut. */
  public static CodeFamily gcsa() {
    return new GcsaFamily(
        new CodeDescription(
            GcsaParameters.GCSA,
            "batches of products too large for one worker: an entangled code at every pole of csa",
            "pmn((l + 1)Kc - 1) + p - 1; pmn(l + 1)Kc + 2T - 1; L = l Kc",
            "Jia, Jafar: Cross Subspace Alignment Codes for Coded Distributed Batch Computation,"
                + " 2021"),
        new Partition(FREE, FREE, FREE));
  }

  @Override
  public CodeDescription description() {
    return description;
  }

  @Override
  public Proposal propose(Requirement requirement) {
    List<Code> codes = new ArrayList<>();
    if (requirement.operation() instanceof Operation.Product product) {
      for (int groupSize : groupSizes(product.batch())) {
        if (withGroupsOf(groupSize).propose(requirement) instanceof Proposal.Codes proposed) {
          codes.addAll(proposed.codes());
        }
      }
    }
    return codes.isEmpty()
        ? withGroupsOf(1).propose(requirement) // the smallest threshold: its refusal stands for all
        : new Proposal.Codes(codes);
  }

  private CodeFamily withGroupsOf(int groupSize) {
    return new ProductFamily(new GcsaConstruction(description, bounds, groupSize));
  }

  /** The distinct ⌈L/ℓ⌉, in descending order. */
  static List<Integer> groupSizes(int batch) {
    List<Integer> sizes = new ArrayList<>(List.of(batch));
    int size = batch;
    while (size > 1) {
      int groups = ceilDivide(batch, size - 1); // the fewest groups that are smaller
      size = ceilDivide(batch, groups);
      sizes.add(size);
    }
    return List.copyOf(sizes);
  }

  private static int ceilDivide(int count, int by) {
    return (count - 1) / by + 1;
  }
}
