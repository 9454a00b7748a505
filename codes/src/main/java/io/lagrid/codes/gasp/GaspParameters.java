package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import io.lagrid.codes.minors.MinorCheck;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of a gap additive secure polynomial code: R is the number of distinct entries of its
 * degree table.
 *
 * <p>Privacy is certain if all sets of T workers can be checked, or if r is 1 or the largest: then
 * the points prove it. Other r are refused where there are more than {@link MinorCheck#EXHAUSTIVE}
 * sets.
 *
 * @param workers N ≥ R
 * @param partition p = 1, m, n
 * @param colluders T ≥ 1
 * @param chunk r, how many noise exponents of one operand follow one another; 1 is GASP_small, the
 *     largest GASP_big
 * @param transposed whether that operand is B, not A
 */
public record GaspParameters(
    int workers, Partition partition, int colluders, int chunk, boolean transposed)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String GASP = "gasp";

  /** Checks that the code exists. */
  public GaspParameters {
    if (partition.p() != 1) {
      throw new IllegalArgumentException(
          "gasp with partition %s; p = 1 is legal".formatted(partition));
    }
    DegreeTable table = table(partition, colluders, chunk, transposed);
    long threshold = table.size();
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "gasp %s with %d colluders and r = %d has R = %d; N ≥ R workers are needed, not %d"
              .formatted(partition, colluders, chunk, threshold, workers));
    }
    if (table.noiseStep() == 0 && !checkable(workers, colluders)) {
      throw new IllegalArgumentException(
          "gasp %s with r = %d cannot be shown to hide from every %d of %d workers; r = 1 and r = %d can"
              .formatted(partition, chunk, colluders, workers, Math.min(table.dense(), colluders)));
    }
  }

  /**
   * Whether all sets of T workers can be checked, so that privacy needs no proof and any r will do.
   */
  private static boolean checkable(int workers, int colluders) {
    return MinorCheck.subsets(workers, colluders) <= MinorCheck.EXHAUSTIVE;
  }

  /** The code with the smallest R for a partition, among those whose privacy is certain. */
  public static GaspParameters best(int workers, Partition partition, int colluders) {
    boolean any = checkable(workers, colluders);
    DegreeTable upright = DegreeTable.smallest(partition.m(), partition.n(), colluders, any);
    DegreeTable transposed = DegreeTable.smallest(partition.n(), partition.m(), colluders, any);
    return transposed.size() < upright.size()
        ? new GaspParameters(workers, partition, colluders, transposed.chunk(), true)
        : new GaspParameters(workers, partition, colluders, upright.chunk(), false);
  }

  /** The smallest R for a partition, likewise; it may exceed N. */
  static long threshold(int workers, Partition partition, int colluders) {
    boolean any = checkable(workers, colluders);
    return Math.min(
        DegreeTable.smallest(partition.m(), partition.n(), colluders, any).size(),
        DegreeTable.smallest(partition.n(), partition.m(), colluders, any).size());
  }

  DegreeTable table() {
    return table(partition, colluders, chunk, transposed);
  }

  private static DegreeTable table(
      Partition partition, int colluders, int chunk, boolean transposed) {
    return transposed
        ? new DegreeTable(partition.n(), partition.m(), colluders, chunk)
        : new DegreeTable(partition.m(), partition.n(), colluders, chunk);
  }

  @Override
  public String code() {
    return GASP;
  }

  @Override
  public int recoveryThreshold() {
    return (int) table().size();
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>(partition.named());
    named.put("r", chunk);
    return Collections.unmodifiableMap(named);
  }
}
