package io.lagrid.codes.convolution;

import io.lagrid.codes.CodeParameters;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of coded convolution: R = p + q − 1; with T &gt; 0 colluders R = 2(u + T) − 1, where u
 * = max(p, q, last + 1).
 *
 * @param workers N ≥ R
 * @param p chunks of the left operand
 * @param q chunks of the right operand
 * @param colluders T
 * @param first the first wanted sum d of products of chunks i + j = d
 * @param last the last wanted one, at most p + q − 2
 */
public record ConvolutionParameters(int workers, int p, int q, int colluders, int first, int last)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String CONVOLUTION = "convolution";

  /** The largest number of chunks of either operand. */
  static final int LARGEST = 1 << 20;

  private static final long serialVersionUID = 1;

  /** Checks that the code exists. */
  public ConvolutionParameters {
    if (p < 1 || q < 1 || p > LARGEST || q > LARGEST || colluders < 0) {
      throw new IllegalArgumentException(
          "%d and %d chunks with %d colluders; 1 to %d chunks and T ≥ 0 are legal"
              .formatted(p, q, colluders, LARGEST));
    }
    if (first < 0 || first > last || last > p + q - 2) {
      throw new IllegalArgumentException(
          "sums %d to %d of %d and %d chunks; sums are numbered 0 to %d"
              .formatted(first, last, p, q, p + q - 2));
    }
    if (threshold(p, q, colluders, last) > workers) {
      throw new IllegalArgumentException(
          "convolution of %d and %d chunks with %d colluders has R = %d; N ≥ R workers are needed, not %d"
              .formatted(p, q, colluders, threshold(p, q, colluders, last), workers));
    }
  }

  /** All p + q − 1 sums: the whole convolution. */
  public static ConvolutionParameters whole(int workers, int p, int q, int colluders) {
    return new ConvolutionParameters(workers, p, q, colluders, 0, p + q - 2);
  }

  /** The one sum of products of corresponding chunks, the right ones counted backwards. */
  public static ConvolutionParameters contraction(int workers, int p, int colluders) {
    return new ConvolutionParameters(workers, p, p, colluders, p - 1, p - 1);
  }

  static long threshold(int p, int q, int colluders, int last) {
    return colluders == 0 ? (long) p + q - 1 : 2L * (noise(p, q, last) + colluders) - 1;
  }

  /** The first exponent of noise: beyond the data, and so that no wanted sum meets it. */
  static int noise(int p, int q, int last) {
    return Math.max(last + 1, Math.max(p, q));
  }

  @Override
  public String code() {
    return CONVOLUTION;
  }

  @Override
  public int recoveryThreshold() {
    return (int) threshold(p, q, colluders, last);
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("p", p);
    named.put("q", q);
    return Collections.unmodifiableMap(named);
  }
}
