package io.lagrid.algebra.convolution;

import java.io.Serializable;

/**
 * One of the three bilinear maps of a layer. Immutable.
 *
 * @param layer sizes, strides, padding and dilation
 * @param way which map
 */
public record Convolution(Layer layer, Way way) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Which two arrays are given, and which one is wanted. */
  public enum Way {
    /** Output Y from image X (left) and filter F (right). */
    FORWARD,
    /**
     * X'[b][c][h][w] = Σ Y'[b][o][y][x]·F[o][c][u][v] over all o, y, u, x, v with h = h(y, u) and w
     * = w(x, v): the gradient of a loss by the image, from that by the output (left) and the filter
     * (right). At stride 1 without padding it is the full linear convolution.
     */
    BY_INPUT,
    /**
     * F'[o][c][u][v] = Σ X[b][c][h(y, u)][w(x, v)]·Y'[b][o][y][x] over all b, y, x: the gradient by
     * the filter, from the image (left) and the gradient by the output (right).
     */
    BY_FILTER
  }

  /** The shape of the left operand. */
  public Extent left() {
    return way == Way.BY_INPUT ? layer.output() : layer.image();
  }

  /** The shape of the right operand. */
  public Extent right() {
    return way == Way.BY_FILTER ? layer.output() : layer.filter();
  }

  /** The shape of the result. */
  public Extent result() {
    return switch (way) {
      case FORWARD -> layer.output();
      case BY_INPUT -> layer.image();
      case BY_FILTER -> layer.filter();
    };
  }
}
