package io.lagrid.engine.statistics;

/** The branch W₋₁ of the inverse of w ↦ w·e^w: the solution w ≤ −1 for x in [−1/e, 0). */
public final class LambertW {

  private static final int STEPS = 64;

  private LambertW() {}

  /**
   * W₋₁(x), to a few units in the last place.
   *
   * @param x in [−1/e, 0)
   */
  public static double lower(double x) {
    if (!(x < 0) || x < -Math.exp(-1) - 1e-16) {
      throw new IllegalArgumentException("W_-1 of " + x + "; -1/e to below 0 is legal");
    }
    return ofLog(Math.log(-x));
  }

  /**
   * W₋₁(−e^y): the solution w ≤ −1 of ln(−w) + w = y. Takes the logarithm so that arguments which
   * would underflow are as good as any.
   *
   * @param y at most −1
   */
  static double ofLog(double y) {
    if (!(y <= -1)) {
      if (y < -1 + 1e-15) {
        return -1;
      }
      throw new IllegalArgumentException("W_-1(-e^y) for y = " + y + "; at most -1 is legal");
    }
    // With u = −w ≥ 1: u − ln u = −y. Near the branch point u ≈ 1 + √(2(−y − 1)).
    double u = 1 + Math.sqrt(2 * (-y - 1)) + (-y - 1);
    for (int i = 0; i < STEPS; i++) {
      double next = u - (u - Math.log(u) + y) / (1 - 1 / u);
      if (!(Math.abs(next - u) > Math.ulp(u))) {
        return u == 1 ? -1 : -next;
      }
      u = Math.max(1, next);
    }
    return -u;
  }
}
