package io.lagrid.engine.function;

import io.lagrid.algebra.approximation.ScalarFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What follows the linear map of a network's layer. */
public enum Activation {
  /** Nothing. */
  LINEAR,
  /** max(0, x), entry by entry. */
  RELU,
  /** 1/(1 + e^(−x)), entry by entry. */
  SIGMOID,
  /** The hyperbolic tangent, entry by entry. */
  TANH,
  /** x·Φ(x), entry by entry. */
  GELU,
  /** {@link Softmax} of every row. */
  SOFTMAX;

  /**
   * The activation of that name, in lower case.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Activation named(String name) {
    return Arrays.stream(values())
        .filter(activation -> activation.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown activation '%s'; the activations are %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Activation::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** The name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function of a block. */
  BlockFunction function() {
    return switch (this) {
      case LINEAR -> block -> block;
      case RELU -> new Entrywise(ScalarFunction.RELU);
      case SIGMOID -> new Entrywise(ScalarFunction.SIGMOID);
      case TANH -> new Entrywise(ScalarFunction.TANH);
      case GELU -> new Entrywise(ScalarFunction.GELU);
      case SOFTMAX -> new Softmax();
    };
  }
}
