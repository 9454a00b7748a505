package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A small neural network: layer after layer, row by row of a block.
 *
 * @param layers at least one, each taking as many columns as the one before gives; a list that can
 *     travel
 */
public record Network(List<Layer> layers) implements BlockFunction {

  private static final long serialVersionUID = 1;

  /** Copies the list; checks that the layers fit. */
  public Network {
    layers = new ArrayList<>(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network without layers");
    }
    for (int l = 1; l < layers.size(); l++) {
      int given = layers.get(l - 1).outputs();
      if (layers.get(l).inputs() != given) {
        throw new IllegalArgumentException(
            "layer %d takes %d columns, the one before gives %d"
                .formatted(l + 1, layers.get(l).inputs(), given));
      }
    }
  }

  @Override
  public List<Layer> layers() {
    return List.copyOf(layers);
  }

  @Override
  public Matrix apply(Matrix block) {
    resultColumns(block.rows(), block.columns());
    Matrix values = block;
    for (Layer layer : layers) {
      values = layer.apply(values);
    }
    return values;
  }

  @Override
  public double work(int rows, int columns) {
    return layers.stream()
        .mapToDouble(layer -> (double) rows * layer.inputs() * layer.outputs())
        .sum();
  }

  @Override
  public int resultColumns(int rows, int columns) {
    if (columns != layers.get(0).inputs()) {
      throw new IllegalArgumentException(
          "a block of %d columns for a network that takes %d"
              .formatted(columns, layers.get(0).inputs()));
    }
    return layers.get(layers.size() - 1).outputs();
  }
}
