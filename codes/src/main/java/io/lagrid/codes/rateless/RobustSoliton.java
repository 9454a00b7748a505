package io.lagrid.codes.rateless;

import io.lagrid.algebra.ambient.Randomness;
import java.util.Arrays;

/**
 * The robust soliton distribution of degrees 1 to K: μ(d) ∝ ρ(d) + τ(d) with
 *
 * <pre>ρ(1) = 1/K, ρ(d) = 1/(d(d − 1));
 * τ(d) = r/(dK) for d &lt; K/r, τ(K/r) = r·ln(r/δ)/K, else 0;   r = c·ln(K/δ)·√K.</pre>
 *
 * <p>Here c = 0.03 and δ = 0.5. The mean degree grows like ln K.
 *
 * <p>Source: Luby, LT codes, 2002, definition 11; the constants of Mallick, Chaudhari, Sheth,
 * Palanikumar and Joshi, Rateless codes for near-perfect load balancing in distributed
 * matrix-vector multiplication, 2019.
 *
 * <p>Immutable and thread-safe.
 */
public final class RobustSoliton {

  private static final double C = 0.03;
  private static final double DELTA = 0.5;

  private final double[] cumulative;

  /**
   * The distribution over 1 to K.
   *
   * @param blocks K, positive
   */
  public RobustSoliton(int blocks) {
    double r = C * Math.log(blocks / DELTA) * Math.sqrt(blocks);
    int spike = (int) Math.max(1, Math.min(blocks, Math.round(blocks / r)));
    cumulative = new double[blocks];
    double sum = 0;
    for (int d = 1; d <= blocks; d++) {
      double rho = d == 1 ? 1.0 / blocks : 1.0 / (d * (d - 1.0));
      double tau = d < spike ? r / (d * (double) blocks) : 0;
      if (d == spike) {
        tau = Math.max(0, r * Math.log(r / DELTA) / blocks);
      }
      sum += rho + tau;
      cumulative[d - 1] = sum;
    }
    for (int d = 0; d < blocks; d++) {
      cumulative[d] /= sum;
    }
  }

  /** P(degree = d), for 1 ≤ d ≤ K. */
  public double probability(int degree) {
    return cumulative[degree - 1] - (degree == 1 ? 0 : cumulative[degree - 2]);
  }

  /** One degree. */
  public int draw(Randomness randomness) {
    int place = Arrays.binarySearch(cumulative, randomness.nextDouble());
    return Math.min(cumulative.length, (place < 0 ? -place - 1 : place + 1) + 1);
  }
}
