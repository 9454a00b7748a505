package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;

/**
 * A distribution of seconds. As a {@link DelayModel}, every attempt of every worker in every round
 * is an independent draw from it.
 *
 * <p>It is given by the inverse of its tail P(T &gt; t): the argument is the probability of
 * exceeding rather than of staying below, because that keeps its accuracy where tails are long.
 *
 * <p>Implementations are immutable and thread-safe.
 */
@SuppressWarnings("FunctionalInterfaceMethodChanged")
public interface Distribution extends DelayModel {

  /**
   * inf {t : P(T &gt; t) ≤ v}, the seconds that are exceeded with probability v; does not increase
   * in v.
   *
   * @param probability v in (0, 1]; other arguments give no defined result
   */
  double exceededWith(double probability);

  /** One draw. */
  default double draw(Randomness randomness) {
    return exceededWith(1 - randomness.nextDouble()); // in (0, 1]
  }

  @Override
  default DelayProcess start(int workers, Randomness randomness) {
    return new IndependentDelays(this, workers, randomness);
  }

  /**
   * Always the same.
   *
   * @param seconds not negative
   */
  record Constant(double seconds) implements Distribution {

    /** Checks the range. */
    public Constant {
      Checks.notNegative("seconds", seconds);
    }

    @Override
    public double exceededWith(double probability) {
      return seconds;
    }
  }

  /**
   * a + Exp(μ): P(T &gt; t) = exp(−μ(t − a)) for t ≥ a. Mean a + 1/μ.
   *
   * @param shift a, in seconds, not negative
   * @param rate μ, per second, positive
   */
  record ShiftedExponential(double shift, double rate) implements Distribution {

    /** Checks the ranges. */
    public ShiftedExponential {
      Checks.notNegative("the shift", shift);
      Checks.positive("the rate", rate);
    }

    @Override
    public double exceededWith(double probability) {
      return shift - Math.log(probability) / rate;
    }
  }

  /**
   * P(T &gt; t) = exp(−(t/scale)^shape). Mean scale·Γ(1 + 1/shape); heavier than exponential for a
   * shape below 1.
   *
   * @param shape positive
   * @param scale in seconds, positive
   */
  record Weibull(double shape, double scale) implements Distribution {

    /** Checks the ranges. */
    public Weibull {
      Checks.positive("the shape", shape);
      Checks.positive("the scale", scale);
    }

    @Override
    public double exceededWith(double probability) {
      return scale * Math.pow(-Math.log(probability), 1 / shape);
    }
  }

  /**
   * P(T &gt; t) = (scale/t)^shape for t ≥ scale. Mean scale·shape/(shape − 1), infinite for a shape
   * of 1 or less.
   *
   * @param shape positive
   * @param scale the least seconds, positive
   */
  record Pareto(double shape, double scale) implements Distribution {

    /** Checks the ranges. */
    public Pareto {
      Checks.positive("the shape", shape);
      Checks.positive("the scale", scale);
    }

    @Override
    public double exceededWith(double probability) {
      return scale * Math.pow(probability, -1 / shape);
    }
  }

  /**
   * Slow with probability q, else fast. Mean fast + q·(slow − fast).
   *
   * @param slowProbability q, in [0, 1]
   * @param fast seconds, not negative
   * @param slow seconds, at least {@code fast}
   */
  record Bimodal(double slowProbability, double fast, double slow) implements Distribution {

    /** Checks the ranges. */
    public Bimodal {
      Checks.probability("the probability", slowProbability);
      Checks.notNegative("the fast time", fast);
      Checks.notNegative("the slow time", slow);
      if (slow < fast) {
        throw new IllegalArgumentException(
            "slow is %s, fast is %s; slow must not be less than fast".formatted(slow, fast));
      }
    }

    @Override
    public double exceededWith(double probability) {
      return probability < slowProbability || slowProbability == 1 ? slow : fast;
    }
  }
}
