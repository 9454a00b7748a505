package io.lagrid.bench.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.function.Activation;
import io.lagrid.engine.function.Layer;
import io.lagrid.engine.function.Network;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a network of one hidden layer on images by stochastic gradient descent on the
 * cross-entropy; the same seed gives the same weights. Confined to one thread.
 */
final class Trainer {

  private static final int CLASSES = 10;
  private static final double RATE = 0.05;

  private final DigitsData data;
  private final int hidden;
  private final Randomness random;
  private final Matrix first;
  private final Matrix second;
  private final double[] firstBias;
  private final double[] secondBias = new double[CLASSES];

  /**
   * A trainer.
   *
   * @param hidden how many hidden units
   */
  Trainer(DigitsData data, int hidden, long seed) {
    this.data = data;
    this.hidden = hidden;
    this.random = Randomness.insecure(seed);
    this.first = normal(data.images().columns(), hidden);
    this.second = normal(hidden, CLASSES);
    this.firstBias = new double[hidden];
  }

  private Matrix normal(int inputs, int outputs) {
    Matrix weights = Matrix.zeros(inputs, outputs);
    Arrays.setAll(weights.data(), i -> random.nextGaussian() / Math.sqrt(inputs));
    return weights;
  }

  /**
   * The network after some passes over the first images, in random order.
   *
   * @param images how many of them
   */
  Network train(int images, int passes) {
    for (int step = 0; step < images * passes; step++) {
      learn(random.nextInt(images));
    }
    return new Network(
        List.of(
            new Layer(first, firstBias, Activation.TANH),
            new Layer(second, secondBias, Activation.LINEAR)));
  }

  private void learn(int image) {
    double[] pixels = data.images().block(image, 0, 1, data.images().columns()).toArray();
    double[] units = linear(pixels, first, firstBias);
    Arrays.setAll(units, i -> Math.tanh(units[i]));
    double[] errors = linear(units, second, secondBias);
    softmax(errors);
    errors[data.digits().get(image)] -= 1;
    double[] back = new double[hidden];
    for (int i = 0; i < hidden; i++) {
      for (int j = 0; j < CLASSES; j++) {
        back[i] += second.get(i, j) * errors[j];
      }
      back[i] *= 1 - units[i] * units[i];
    }
    descend(units, errors, second, secondBias);
    descend(pixels, back, first, firstBias);
  }

  private static double[] linear(double[] inputs, Matrix weights, double[] bias) {
    double[] outputs = bias.clone();
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < outputs.length; j++) {
        outputs[j] += inputs[i] * weights.get(i, j);
      }
    }
    return outputs;
  }

  private static void softmax(double[] logits) {
    double largest = Arrays.stream(logits).max().orElse(0);
    double sum = 0;
    for (int j = 0; j < logits.length; j++) {
      logits[j] = Math.exp(logits[j] - largest);
      sum += logits[j];
    }
    for (int j = 0; j < logits.length; j++) {
      logits[j] /= sum;
    }
  }

  private static void descend(double[] inputs, double[] errors, Matrix weights, double[] bias) {
    for (int j = 0; j < errors.length; j++) {
      bias[j] -= RATE * errors[j];
      for (int i = 0; i < inputs.length; i++) {
        weights.set(i, j, weights.get(i, j) - RATE * inputs[i] * errors[j]);
      }
    }
  }
}
