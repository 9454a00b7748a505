package io.lagrid.codes.approximate;

import io.lagrid.codes.CodeParameters;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of a code for any function.
 *
 * @param scheme which curves
 * @param workers N, at least the quorum
 * @param dataPoints K, how many data blocks
 * @param colluders T, how many blocks of Gaussian noise the curve also passes, so that T workers
 *     together learn no more than a stated number of bits
 */
public record CurveParameters(CurveScheme scheme, int workers, int dataPoints, int colluders)
    implements CodeParameters, Serializable {

  /** Checks that the code exists. */
  public CurveParameters {
    int blocks = dataPoints + colluders;
    if (dataPoints < 1 || colluders < 0 || colluders > workers || blocks < scheme.quorum()) {
      throw new IllegalArgumentException(
          "K = %d, T = %d, N = %d; K ≥ 1, 0 ≤ T ≤ N and K + T ≥ %d are legal for %s"
              .formatted(dataPoints, colluders, workers, scheme.quorum(), scheme.code()));
    }
    if (workers < scheme.quorum()) {
      throw new IllegalArgumentException(
          "%s needs N ≥ %d workers, not %d".formatted(scheme.code(), scheme.quorum(), workers));
    }
  }

  @Override
  public String code() {
    return scheme.code();
  }

  /** The quorum: so many answers give some estimate, and any more a better one. */
  @Override
  public int recoveryThreshold() {
    return scheme.quorum();
  }

  @Override
  public Map<String, Integer> named() {
    return Map.of("K", dataPoints);
  }
}
