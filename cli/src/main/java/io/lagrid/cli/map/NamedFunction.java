package io.lagrid.cli.map;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.engine.function.Activation;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.function.Layer;
import io.lagrid.engine.function.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Functions by the names users write: those of the engine's catalogue, and {@code
 * network:FILE.npz}, a network whose archive holds weights W1, W2, … (inputs × outputs) and biases
 * b1, b2, …
 */
public final class NamedFunction {

  /** What stands before a network's file. */
  public static final String NETWORK = "network:";

  private NamedFunction() {}

  /**
   * The function of that name.
   *
   * @param activations what follows each layer of a network, comma-separated; empty for relu after
   *     all but the last
   * @throws BadInputException if there is no such function, or the network's file or activations
   *     are wrong
   */
  public static BlockFunction of(String name, String activations) {
    try {
      if (name.startsWith(NETWORK)) {
        return network(name.substring(NETWORK.length()), activations);
      }
      if (!activations.isEmpty()) {
        throw new BadInputException("--activations belong to a network, not to " + name);
      }
      return FunctionCatalog.named(name);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          e.getMessage() + (name.startsWith(NETWORK) ? "" : ", " + NETWORK + "FILE.npz"));
    }
  }

  private static Network network(String file, String activations) {
    Set<String> members = ArrayFiles.members(file);
    List<Matrix> weights = new ArrayList<>();
    while (weights.isEmpty() || members.contains("W" + (weights.size() + 1))) {
      weights.add(matrix(file, "W" + (weights.size() + 1)));
    }
    List<Activation> after = activations(activations, weights.size());
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < weights.size(); l++) {
      double[] bias = matrix(file, "b" + (l + 1)).toArray();
      layers.add(new Layer(weights.get(l), bias, after.get(l)));
    }
    return new Network(layers);
  }

  private static List<Activation> activations(String written, int layers) {
    List<Activation> found = new ArrayList<>();
    if (written.isEmpty()) {
      for (int l = 1; l < layers; l++) {
        found.add(Activation.RELU);
      }
      found.add(Activation.LINEAR);
      return found;
    }
    Arrays.stream(written.split(",", -1)).map(Activation::named).forEach(found::add);
    if (found.size() != layers) {
      throw new BadInputException(
          "--activations names %d, the network has %d layers".formatted(found.size(), layers));
    }
    return found;
  }

  private static Matrix matrix(String file, String member) {
    String source = file + ":" + member;
    NdArray array = ArrayFiles.read(source);
    DoubleArray doubles =
        array instanceof LongArray longs ? longs.toDoubles() : (DoubleArray) array;
    int rank = doubles.shape().rank();
    if (rank < 1 || rank > 2) {
      throw new BadInputException(
          "%s: shape %s; weights are vectors and matrices".formatted(source, doubles.shape()));
    }
    if (doubles.firstNotFinite().isPresent()) {
      throw new BadInputException(
          "%s: an entry is not finite; weights are finite numbers".formatted(source));
    }
    return rank == 1
        ? doubles.matrix(1, doubles.shape().side(0))
        : doubles.matrix(doubles.shape().side(0), doubles.shape().side(1));
  }
}
