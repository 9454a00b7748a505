package io.lagrid.codes.product;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of an entangled polynomial code, or of one of its corners by name: R = pmn + p − 1,
 * and R = 2p + 2T − 1 at m = n = 1 with T colluders.
 *
 * @param code {@code entangled}, or {@code polynomial} (p = 1), or {@code matdot} (m = n = 1)
 * @param workers N ≥ R
 * @param partition p, m, n
 * @param colluders T; 0 unless m = n = 1
 */
public record EntangledParameters(String code, int workers, Partition partition, int colluders)
    implements CodeParameters, Serializable {

  /** The name of the whole family. */
  public static final String ENTANGLED = "entangled";

  /** The name of the corner p = 1. */
  public static final String POLYNOMIAL = "polynomial";

  /** The name of the corner m = n = 1. */
  public static final String MATDOT = "matdot";

  /** Checks that the code exists. */
  public EntangledParameters {
    boolean outer = partition.p() == 1;
    boolean inner = partition.m() == 1 && partition.n() == 1;
    if (!switch (code) {
      case ENTANGLED -> true;
      case POLYNOMIAL -> outer;
      case MATDOT -> inner;
      default -> false;
    }) {
      throw new IllegalArgumentException(
          "no code '%s' with partition %s; legal are entangled, polynomial with p = 1, matdot with"
                  .formatted(code, partition)
              + " m = n = 1");
    }
    if (colluders < 0 || (colluders > 0 && !inner)) {
      throw new IllegalArgumentException(
          "%d colluders with partition %s; T > 0 is legal at m = n = 1 only"
              .formatted(colluders, partition));
    }
    if (threshold(partition, colluders) > workers) {
      throw new IllegalArgumentException(
          "%s %s with %d colluders has R = %d; N ≥ R workers are needed, not %d"
              .formatted(code, partition, colluders, threshold(partition, colluders), workers));
    }
  }

  /** The entangled polynomial code. */
  public static EntangledParameters entangled(int workers, Partition partition, int colluders) {
    return new EntangledParameters(ENTANGLED, workers, partition, colluders);
  }

  /** The polynomial code, p = 1. */
  public static EntangledParameters polynomial(int workers, int m, int n) {
    return new EntangledParameters(POLYNOMIAL, workers, new Partition(1, m, n), 0);
  }

  /** The MatDot code, m = n = 1. */
  public static EntangledParameters matdot(int workers, int p, int colluders) {
    return new EntangledParameters(MATDOT, workers, new Partition(p, 1, 1), colluders);
  }

  /** R = pmn + p − 1 + 2T. */
  static long threshold(Partition partition, int colluders) {
    return partition.blockProducts() + partition.p() - 1 + 2L * colluders;
  }

  @Override
  public int recoveryThreshold() {
    return (int) threshold(partition, colluders);
  }

  @Override
  public Map<String, Integer> named() {
    return partition.named();
  }
}
