package io.lagrid.engine.statistics;

import java.util.Arrays;

/**
 * How to share a product among unequal workers when any r of all coded pieces give it: loads ℓ_i
 * for workers to which a load l takes l·(a_i + Exp(μ_i)) seconds. With λ_i the positive solution of
 *
 * <pre>e^(μ_i λ_i) = e^(a_i μ_i)·(μ_i λ_i + 1),   s = Σ μ_i / (1 + μ_i λ_i),</pre>
 *
 * <p>the loads ℓ_i = r/(s·λ_i) make the expected number of pieces that have arrived at time t* =
 * r/s equal to r, and no loads do it sooner. By W₋₁, λ_i = (−W₋₁(−e^(−a_i μ_i − 1)) − 1)/μ_i.
 *
 * <p>Source: Reisizadeh, Prakash, Pedarsani and Avestimehr, Coded computation over heterogeneous
 * clusters, 2019.
 *
 * <p>Immutable and thread-safe.
 */
public final class HeterogeneousLoads {

  private final double[] loads;
  private final double seconds;

  private HeterogeneousLoads(double[] loads, double seconds) {
    this.loads = loads;
    this.seconds = seconds;
  }

  /**
   * The best loads.
   *
   * @param pieces r, how many pieces give the product, positive
   * @param shifts a_i, seconds per piece, positive; not modified
   * @param rates μ_i, per second and piece, positive, as many; not modified
   */
  public static HeterogeneousLoads of(double pieces, double[] shifts, double[] rates) {
    if (shifts.length != rates.length || shifts.length == 0 || !(pieces > 0)) {
      throw new IllegalArgumentException(
          "%s pieces, %d shifts, %d rates; a positive number of pieces and as many shifts as rates,"
                  .formatted(pieces, shifts.length, rates.length)
              + " at least one, are legal");
    }
    double[] lambdas = new double[rates.length];
    double speed = 0;
    for (int i = 0; i < rates.length; i++) {
      if (!(shifts[i] > 0 && rates[i] > 0)) {
        throw new IllegalArgumentException(
            "worker %d has a = %s, mu = %s; both must be positive"
                .formatted(i, shifts[i], rates[i]));
      }
      lambdas[i] = (-LambertW.ofLog(-shifts[i] * rates[i] - 1) - 1) / rates[i];
      speed += rates[i] / (1 + rates[i] * lambdas[i]);
    }
    double seconds = pieces / speed;
    double[] loads = Arrays.stream(lambdas).map(lambda -> seconds / lambda).toArray();
    return new HeterogeneousLoads(loads, seconds);
  }

  /** ℓ_i, in pieces, not rounded; a copy. */
  public double[] loads() {
    return loads.clone();
  }

  /** t*, the time at which r pieces are expected to have arrived. */
  public double seconds() {
    return seconds;
  }

  /**
   * Whole loads with the same sum, rounded up: the largest remainders first.
   *
   * @return as many as workers
   */
  public int[] wholeLoads() {
    int[] whole = Arrays.stream(loads).mapToInt(load -> (int) load).toArray();
    int missing = (int) Math.ceil(Arrays.stream(loads).sum() - 1e-9) - Arrays.stream(whole).sum();
    Integer[] order = new Integer[loads.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (x, y) -> Double.compare(loads[y] - whole[y], loads[x] - whole[x]));
    for (int i = 0; i < missing; i++) {
      whole[order[i]]++;
    }
    return whole;
  }
}
