package io.lagrid.codes.gasp;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of a gap additive secure polynomial code: R is the number of distinct entries of its
 * degree table.
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
    long threshold = table(partition, colluders, chunk, transposed).size();
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "gasp %s with %d colluders and r = %d has R = %d; N ≥ R workers are needed, not %d"
              .formatted(partition, colluders, chunk, threshold, workers));
    }
  }

  /** The code with the smallest R for a partition. */
  public static GaspParameters best(int workers, Partition partition, int colluders) {
    DegreeTable upright = DegreeTable.smallest(partition.m(), partition.n(), colluders);
    DegreeTable transposed = DegreeTable.smallest(partition.n(), partition.m(), colluders);
    return transposed.size() < upright.size()
        ? new GaspParameters(workers, partition, colluders, transposed.chunk(), true)
        : new GaspParameters(workers, partition, colluders, upright.chunk(), false);
  }

  /** The smallest R for a partition. */
  static long threshold(Partition partition, int colluders) {
    return Math.min(
        DegreeTable.smallest(partition.m(), partition.n(), colluders).size(),
        DegreeTable.smallest(partition.n(), partition.m(), colluders).size());
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
