package io.lagrid.algebra.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.LongProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class ConvolverTest {

  private static final long SEED = 20_260_411;

  private final Randomness random = Randomness.insecure(SEED);
  private final Convolver convolver = new Convolver(Kernels.named("plain"));
  private final Field prime = PrimeField.of(Primes.largest(1).get(0));
  private final Field real = Arithmetic.real().plane(0);

  @Test
  void everyWayOfEverySmallLayerIsItsDefinition() {
    int layers = 0;
    for (Layer layer : layers()) {
      for (Way way : NaiveConvolution.ways()) {
        for (Field field : List.of(prime, real)) {
          check(new Convolution(layer, way), field);
        }
      }
      layers++;
    }
    assertThat(layers).isEqualTo(3 * 36 * 2);
  }

  /** Three counts of channels; 36 axes along the height; two along the width. */
  private static List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    int[][] counts = {{1, 1, 1}, {2, 3, 1}, {2, 2, 4}};
    for (int[] count : counts) {
      for (Axis height : axes()) {
        layers.add(new Layer(count[0], count[1], count[2], height, Axis.TRIVIAL));
        Axis width = Axis.padded(6, 3, 2, 2, 1);
        layers.add(new Layer(count[0], count[1], count[2], height, width));
      }
    }
    return layers;
  }

  private static List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (int input : new int[] {5, 8}) {
      for (int filter : new int[] {1, 2, 3}) {
        for (int[] step : new int[][] {{1, 1}, {2, 1}, {3, 2}}) {
          for (int padding : new int[] {0, 2}) {
            axes.add(Axis.padded(input, filter, step[0], step[1], padding));
          }
        }
      }
    }
    return axes;
  }

  @Test
  void inputsMayBeLeftOutAtBothEnds() {
    Axis cropped = new Axis(9, 2, 3, 2, 1, -1);
    Axis beyond = new Axis(4, 3, 9, 1, 2, 6);
    for (Way way : NaiveConvolution.ways()) {
      check(new Convolution(new Layer(1, 2, 2, cropped, beyond), way), prime);
      check(new Convolution(new Layer(2, 1, 1, beyond, cropped), way), prime);
    }
  }

  @Test
  void longSumsAreReducedInTime() {
    Axis filter = Axis.padded(1100, 1050, 1, 1, 0);
    for (Way way : NaiveConvolution.ways()) {
      check(new Convolution(new Layer(1, 1, 1, filter, Axis.TRIVIAL), way), prime);
      check(new Convolution(new Layer(1, 1, 1, Axis.TRIVIAL, filter), way), prime);
    }
  }

  @Test
  void longOnesAreTheirDefinitionByTransforms() {
    int checked = 0;
    for (Axis height : axes()) {
      for (Way way : NaiveConvolution.ways()) {
        Layer layer = new Layer(2, 1, 1, height, Axis.padded(6, 3, 2, 2, 1));
        Convolution convolution = new Convolution(layer, way);
        Matrix left = sample(prime, convolution.left());
        Matrix right = sample(prime, convolution.right());
        double[] found =
            new LongConvolution(convolution)
                .run(
                    (PrimeField) prime,
                    left.data(),
                    right.data(),
                    new LongProduct(Kernels.named("plain").transforms()),
                    Cancellation.never());
        assertThat(found)
            .as("%s, seed %d", convolution, SEED)
            .isEqualTo(NaiveConvolution.apply(convolution, prime, left, right).data());
        checked++;
      }
    }
    assertThat(checked).isEqualTo(3 * axes().size());
    Matrix a = sample(prime, new Extent(1, 1, 3000, 1));
    Convolution large = new Convolution(Layer.linear(a, a), Way.BY_INPUT);
    assertThat(new LongConvolution(large).pays()).isTrue();
    check(large, prime);
  }

  private void check(Convolution convolution, Field field) {
    Matrix left = sample(field, convolution.left());
    Matrix right = sample(field, convolution.right());
    Matrix expected = NaiveConvolution.apply(convolution, field, left, right);
    Matrix found = convolver.apply(convolution, field, left, right, Cancellation.never());
    assertThat(NaiveConvolution.distance(found, expected))
        .as("%s over %s, seed %d", convolution, field, SEED)
        .isLessThanOrEqualTo(field.exact() ? 0 : 1e-12);
  }

  private Matrix sample(Field field, Extent extent) {
    Matrix matrix = Matrix.zeros(extent.rows(), extent.width());
    double[] data = matrix.data();
    if (field instanceof PrimeField modular) {
      random.fill(modular, data, 0, data.length);
    } else {
      for (int i = 0; i < data.length; i++) {
        data[i] = random.nextDouble() - 0.5;
      }
    }
    return matrix;
  }

  @Test
  void theFullLinearConvolutionIsAGradientByInput() {
    Matrix a = Matrix.ofRows(new double[] {1, 2, 3});
    Matrix b = Matrix.ofRows(new double[] {4, 5});
    Convolution full = new Convolution(Layer.linear(a, b), Way.BY_INPUT);
    assertThat(convolver.apply(full, real, a, b, Cancellation.never()))
        .isEqualTo(Matrix.ofRows(new double[] {4, 13, 22, 15}));
  }

  @Test
  void viewsAreTakenAsTheyAre() {
    Layer layer = new Layer(1, 2, 2, Axis.padded(4, 2, 1, 1, 1), Axis.padded(3, 2, 1, 1, 0));
    Convolution forward = new Convolution(layer, Way.FORWARD);
    Matrix wide = sample(prime, new Extent(1, 2, 4, 9));
    Matrix filter = sample(prime, forward.right());
    Matrix view = wide.block(0, 5, 8, 3);
    assertThat(convolver.apply(forward, prime, view, filter, Cancellation.never()))
        .isEqualTo(NaiveConvolution.apply(forward, prime, view.copy(), filter));
  }

  @Test
  void whatDoesNotFitIsRefusedAndWhatIsCancelledEnds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.padded(3, 5, 1, 1, 0))
        .withMessageContaining("5 entries, dilation 1, does not fit 3 entries");
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(0, 1, 1, 1, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis(1, 1 << 30, 1, 1, 4, 0))
        .withMessageContaining("too long");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer(0, 1, 1, Axis.TRIVIAL, Axis.TRIVIAL));
    Axis large = Axis.padded(1 << 16, 1, 1, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer(1, 1, 1, large, large))
        .withMessageContaining("one array holds at most");
    Matrix a = Matrix.zeros(1, 3);
    Convolution full = new Convolution(Layer.linear(a, a), Way.BY_INPUT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> convolver.apply(full, real, a, Matrix.zeros(1, 2), Cancellation.never()))
        .withMessageContaining("the right operand is 1x2; 1x1x1x3 as a matrix is 1x3");
    assertThatThrownBy(() -> convolver.apply(full, real, a, a, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
