package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;
import java.io.Serializable;
import java.util.Arrays;

/** One layer of a network: every row x of a block becomes activation(x·W + b). Immutable. */
public final class Layer implements Serializable {

  private static final long serialVersionUID = 1;

  private final int inputs;
  private final int outputs;
  private final double[] weights;
  private final double[] bias;
  private final Activation activation;

  /**
   * A layer.
   *
   * @param weights W, inputs × outputs; copied
   * @param bias b, one per output; copied
   */
  public Layer(Matrix weights, double[] bias, Activation activation) {
    if (bias.length != weights.columns()) {
      throw new IllegalArgumentException(
          "weights of shape %s and %d biases; there is one per column"
              .formatted(weights.shape(), bias.length));
    }
    this.inputs = weights.rows();
    this.outputs = weights.columns();
    this.weights = weights.toArray();
    this.bias = bias.clone();
    this.activation = activation;
  }

  /** How many columns it takes. */
  public int inputs() {
    return inputs;
  }

  /** How many columns it gives. */
  public int outputs() {
    return outputs;
  }

  /**
   * The rows' values.
   *
   * @param block rows × inputs; not modified
   * @return rows × outputs, a new matrix
   */
  Matrix apply(Matrix block) {
    Matrix result = Matrix.zeros(block.rows(), outputs);
    double[] sums = result.data();
    for (int i = 0; i < block.rows(); i++) {
      System.arraycopy(bias, 0, sums, i * outputs, outputs);
      for (int k = 0; k < inputs; k++) {
        double entry = block.get(i, k);
        for (int j = 0; j < outputs; j++) {
          sums[i * outputs + j] = Math.fma(entry, weights[k * outputs + j], sums[i * outputs + j]);
        }
      }
    }
    return activation.function().apply(result);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layer layer
        && layer.inputs == inputs
        && layer.activation == activation
        && Arrays.equals(layer.weights, weights)
        && Arrays.equals(layer.bias, bias);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weights) + Arrays.hashCode(bias);
  }
}
