package io.lagrid.codes.csa;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of (generalised) cross subspace alignment: a batch of L products in ℓ = ⌈L/Kc⌉ groups
 * of at most Kc.
 *
 * <pre>R = pmn(L + Kc − 1) + p − 1 without colluders, R = pmn(L + Kc) + 2T − 1 with T of them;
 * </pre>
 *
 * where Kc divides L, L + Kc = (ℓ + 1)Kc.
 *
 * @param code {@code gcsa}, or {@code csa} (p = m = n = 1)
 * @param workers N ≥ R
 * @param grid the batch and its partition
 * @param groupSize Kc ≤ L
 * @param colluders T
 */
public record GcsaParameters(
    String code, int workers, ProductGrid grid, int groupSize, int colluders)
    implements CodeParameters, Serializable {

  /** The name of the whole family. */
  public static final String GCSA = "gcsa";

  /** The name of the corner p = m = n = 1. */
  public static final String CSA = "csa";

  /** Checks that the code exists. */
  public GcsaParameters {
    if (!code.equals(GCSA) && !(code.equals(CSA) && grid.partition().equals(Partition.WHOLE))) {
      throw new IllegalArgumentException(
          "no code '%s' with partition %s; legal are gcsa, and csa with p = m = n = 1"
              .formatted(code, grid.partition()));
    }
    if (groupSize < 1 || groupSize > grid.batch() || colluders < 0) {
      throw new IllegalArgumentException(
          "Kc = %d for a batch of L = %d, T = %d; 1 ≤ Kc ≤ L and T ≥ 0 are legal"
              .formatted(groupSize, grid.batch(), colluders));
    }
    long threshold = threshold(grid.partition(), grid.batch(), groupSize, colluders);
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "L = %d, Kc = %d, partition %s, T = %d has R = %d; N ≥ R workers are needed, not %d"
              .formatted(grid.batch(), groupSize, grid.partition(), colluders, threshold, workers));
    }
  }

  /** The code for whole products. */
  public static GcsaParameters csa(int workers, int batch, int groupSize, int colluders) {
    return new GcsaParameters(
        CSA, workers, new ProductGrid(batch, Partition.WHOLE), groupSize, colluders);
  }

  /** The code for products that are cut. */
  public static GcsaParameters gcsa(int workers, ProductGrid grid, int groupSize, int colluders) {
    return new GcsaParameters(GCSA, workers, grid, groupSize, colluders);
  }

  /** R; see {@link GcsaCode}. */
  static long threshold(Partition partition, int batch, int groupSize, int colluders) {
    long poles = partition.blockProducts() * ((long) batch + groupSize);
    return colluders == 0
        ? poles - partition.blockProducts() + partition.p() - 1
        : poles + 2L * colluders - 1;
  }

  /** ℓ = ⌈L/Kc⌉, how many groups there are, and so how many blocks a worker receives. */
  public int groups() {
    return (grid.batch() - 1) / groupSize + 1;
  }

  @Override
  public int recoveryThreshold() {
    return (int) threshold(grid.partition(), grid.batch(), groupSize, colluders);
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>(grid.named());
    named.put("l", groups());
    named.put("Kc", groupSize);
    return Collections.unmodifiableMap(named);
  }
}
