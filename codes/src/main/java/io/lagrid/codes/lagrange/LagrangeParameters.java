package io.lagrid.codes.lagrange;

import io.lagrid.codes.CodeParameters;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of Lagrange coded computing: R = (K + T − 1)·deg f + 1.
 *
 * @param workers N ≥ R
 * @param dataPoints K, how many data blocks each operand has
 * @param degree deg f, the total degree of the polynomial that workers evaluate
 * @param colluders T
 */
public record LagrangeParameters(int workers, int dataPoints, int degree, int colluders)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String LCC = "lcc";

  /** Checks that the code exists. */
  public LagrangeParameters {
    check(workers, dataPoints, degree, colluders);
  }

  /** Checks that there is a code with these parameters. */
  static void check(int workers, int dataPoints, int degree, int colluders) {
    if (dataPoints < 1 || degree < 1 || colluders < 0) {
      throw new IllegalArgumentException(
          "K = %d, deg f = %d, T = %d; K ≥ 1, deg f ≥ 1 and T ≥ 0 are legal"
              .formatted(dataPoints, degree, colluders));
    }
    long threshold = threshold(dataPoints, degree, colluders);
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "K = %d, deg f = %d, T = %d has R = %d; N ≥ R workers are needed, not %d"
              .formatted(dataPoints, degree, colluders, threshold, workers));
    }
  }

  /** R = (K + T − 1)·deg f + 1. */
  static long threshold(long dataPoints, int degree, int colluders) {
    return (dataPoints + colluders - 1) * degree + 1;
  }

  @Override
  public String code() {
    return LCC;
  }

  @Override
  public int recoveryThreshold() {
    return (int) threshold(dataPoints, degree, colluders);
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("K", dataPoints);
    named.put("deg", degree);
    return Collections.unmodifiableMap(named);
  }
}
