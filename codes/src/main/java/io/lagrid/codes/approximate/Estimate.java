package io.lagrid.codes.approximate;

/**
 * How good an estimate is, as far as the answers themselves can tell.
 *
 * @param answers how many answers it rests on
 * @param smoothing λ, given or chosen
 * @param error the estimated root mean square error of a projected result block: how much the
 *     estimate changes when every other answer is left out, multiplied by what that overlooks for
 *     polynomials; positive infinity if it cannot be told, because there are too few answers or a
 *     data point lies beyond them or in a wide gap between them
 * @param scale the root mean square of the projected result blocks
 */
public record Estimate(int answers, double smoothing, double error, double scale) {

  /** No estimate at all. */
  public static final Estimate NONE = new Estimate(0, 0, Double.POSITIVE_INFINITY, 0);

  /** error/scale; 0 for an error of 0, whatever the scale. */
  public double relativeError() {
    return error == 0 ? 0 : error / scale;
  }
}
