package io.lagrid.algebra.approximation;

import java.util.ArrayList;
import java.util.List;

/**
 * One layer of a composition that is computed approximately.
 *
 * @param lipschitz L: how many times a change of the exact layer's input can grow in its output, in
 *     the maximum norm; for an entrywise function after a matrix W, its largest slope times the
 *     largest row sum of |W|
 * @param error ε: how far the computed layer is from the exact one on the same input
 */
public record LayerError(double lipschitz, double error) {

  /** Checks that neither is negative. */
  public LayerError {
    if (!(lipschitz >= 0) || !(error >= 0)) {
      throw new IllegalArgumentException(
          "a layer with slope %s and error %s; neither may be negative"
              .formatted(lipschitz, error));
    }
  }

  /**
   * Bounds on the error after each layer: e_1 = ε_1, e_(l+1) = L_(l+1)·e_l + ε_(l+1). The input of
   * layer l + 1 leaves its exact range by at most e_l, so its approximation must hold on an
   * interval wider by that.
   *
   * @param layers in order of computation
   */
  public static List<Double> accumulated(List<LayerError> layers) {
    List<Double> errors = new ArrayList<>();
    double error = 0;
    for (LayerError layer : layers) {
      error = layer.lipschitz() * error + layer.error();
      errors.add(error);
    }
    return List.copyOf(errors);
  }
}
