package io.lagrid.engine.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunctionsTest {

  private final Randomness random = Randomness.insecure(1);

  private Matrix normal(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    Arrays.setAll(matrix.data(), i -> random.nextGaussian());
    return matrix;
  }

  @Test
  void entrywiseFunctionsAreAppliedToEveryEntryOfAView() {
    Matrix view = normal(5, 6).block(1, 2, 3, 3);
    Matrix relu = FunctionCatalog.named("relu").apply(view);
    Matrix tanh = FunctionCatalog.named("tanh").apply(view);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(relu.get(i, j)).isEqualTo(Math.max(0, view.get(i, j)));
        assertThat(tanh.get(i, j)).isEqualTo(Math.tanh(view.get(i, j)));
      }
    }
  }

  @Test
  void softmaxSumsToOneWhateverTheSizeOfItsEntries() {
    Matrix softmax = new Softmax().apply(Matrix.ofRows(new double[] {1000, 1001, -5000}));
    assertThat(softmax.get(0, 1) / softmax.get(0, 0)).isCloseTo(Math.E, within(1e-12));
    assertThat(softmax.get(0, 0) + softmax.get(0, 1)).isCloseTo(1, within(1e-15));
    assertThat(softmax.get(0, 2)).isZero();
  }

  @Test
  void layerNormHasMeanZeroAndVarianceOne() {
    Matrix block = normal(3, 50);
    Matrix normed = new LayerNorm(1e-12).apply(block);
    for (int i = 0; i < 3; i++) {
      double[] row = normed.block(i, 0, 1, 50).toArray();
      assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-12));
      assertThat(Arrays.stream(row).map(x -> x * x).sum() / 50).isCloseTo(1, within(1e-9));
    }
    assertThat(new LayerNorm(1e-5).apply(Matrix.zeros(1, 4)).toArray()).containsOnly(0);
    assertThatIllegalArgumentException().isThrownBy(() -> new LayerNorm(0));
  }

  @Test
  void eigenvaluesAreThoseOfTheSymmetricPart() {
    Matrix known = Matrix.ofRows(new double[] {2, 4}, new double[] {-2, 5}); // part: 2 1; 1 5
    double root = Math.sqrt(9 + 4) / 2;
    double[] found = new Eigenvalues().apply(known).toArray();
    assertThat(found).hasSize(2);
    assertThat(found[0]).isCloseTo(3.5 + root, within(1e-14));
    assertThat(found[1]).isCloseTo(3.5 - root, within(1e-14));
    Matrix block = normal(7, 7);
    double[] values = new Eigenvalues().apply(block).toArray();
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < 7; i++) {
      trace += block.get(i, i);
      for (int j = 0; j < 7; j++) {
        double entry = (block.get(i, j) + block.get(j, i)) / 2;
        squares += entry * entry;
      }
    }
    assertThat(Arrays.stream(values).sum()).isCloseTo(trace, within(1e-12));
    assertThat(Arrays.stream(values).map(x -> x * x).sum()).isCloseTo(squares, within(1e-11));
    for (int i = 1; i < 7; i++) {
      assertThat(values[i]).isLessThanOrEqualTo(values[i - 1]);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Eigenvalues().apply(normal(2, 3)))
        .withMessageContaining("2x3");
  }

  @Test
  void networksAreLayerAfterLayerAndTravel() throws IOException, ClassNotFoundException {
    Matrix first = normal(3, 4);
    Matrix second = normal(4, 2);
    double[] bias = {0.5, -0.5, 0, 1};
    Network network =
        new Network(
            List.of(
                new Layer(first, bias, Activation.RELU),
                new Layer(second, new double[2], Activation.named("softmax"))));
    Matrix block = normal(5, 3);
    Matrix expected = Matrix.zeros(5, 2);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 4; k++) {
          double hidden = bias[k];
          for (int l = 0; l < 3; l++) {
            hidden += block.get(i, l) * first.get(l, k);
          }
          expected.set(i, j, expected.get(i, j) + Math.max(0, hidden) * second.get(k, j));
        }
      }
    }
    double[] found = network.apply(block).toArray();
    double[] naive = new Softmax().apply(expected).toArray();
    for (int i = 0; i < 10; i++) {
      assertThat(found[i]).isCloseTo(naive[i], within(1e-12));
    }
    assertThat(network.resultColumns(5, 3)).isEqualTo(2);
    assertThat(network.resultRows(5, 3)).isEqualTo(5);
    assertThat(travelled(network)).isEqualTo(network).hasSameHashCodeAs(network);
  }

  private static Object travelled(Object sent) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    byte[] received = bytes.toByteArray();
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(received))) {
      return in.readObject();
    }
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    Layer layer = new Layer(normal(3, 4), new double[4], Activation.TANH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(List.of(layer, layer)))
        .withMessageContaining("layer 2 takes 3 columns, the one before gives 4");
    assertThatIllegalArgumentException().isThrownBy(() -> new Network(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer(normal(3, 4), new double[3], Activation.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(List.of(layer)).apply(normal(2, 5)))
        .withMessageContaining("takes 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activation.named("step"))
        .withMessageContaining("linear, relu");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionCatalog.named("step"))
        .withMessageContaining("relu, sigmoid, tanh, gelu, softmax, layer-norm, eigenvalues");
  }
}
