package io.lagrid.algebra.approximation;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Functions of one variable that networks apply entry by entry, by the names users write. */
public enum ScalarFunction implements DoubleUnaryOperator {
  /** max(0, x). */
  RELU(1),
  /** 1/(1 + e^(−x)). */
  SIGMOID(0.25),
  /** (e^x − e^(−x))/(e^x + e^(−x)). */
  TANH(1),
  /** x·Φ(x), Φ the distribution function of the normal distribution. */
  GELU(1.1289042329),
  /** e^x, of which softmax is made; as a slope bound, for x ≤ 0. */
  EXP(1),
  /** 1/√x, of which layer norm is made; as a slope bound, for x ≥ 1. */
  RSQRT(0.5);

  private final double lipschitz;

  ScalarFunction(double lipschitz) {
    this.lipschitz = lipschitz;
  }

  @Override
  public double applyAsDouble(double x) {
    return switch (this) {
      case RELU -> Math.max(0, x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case TANH -> Math.tanh(x);
      case GELU -> x * NormalDistribution.below(x);
      case EXP -> Math.exp(x);
      case RSQRT -> 1 / Math.sqrt(x);
    };
  }

  /** The largest slope: |f(x) − f(y)| ≤ lipschitz·|x − y|; where stated, on part of the line. */
  public double lipschitz() {
    return lipschitz;
  }

  /** The name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
