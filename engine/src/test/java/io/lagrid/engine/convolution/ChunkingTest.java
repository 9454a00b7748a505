package io.lagrid.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.convolution.NaiveConvolution;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChunkingTest {

  private static final long SEED = 20_260_413;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Randomness random = Randomness.insecure(SEED);

  @Test
  void sumsOfProductsOfChunksAreTheWholeConvolutionWhereverTheyLie() {
    int checked = 0;
    for (Axis height : axes()) {
      Layer layer = new Layer(2, 2, 3, height, Axis.padded(3, 2, 1, 1, 1));
      for (Way way : Way.values()) {
        Convolution whole = new Convolution(layer, way);
        for (int p = 1; p <= 4; p++) {
          for (int q = 1; q <= 3; q++) {
            if (way != Way.BY_FILTER || q == p) {
              check(whole, p, q);
              checked++;
            }
          }
        }
      }
    }
    assertThat(axes()).hasSize(3 * 3 * 6 * 2);
    assertThat(checked).isEqualTo(axes().size() * (12 + 12 + 3));
  }

  private static List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (int input : new int[] {9, 10, 12}) {
      for (int filter : new int[] {1, 2, 4}) {
        int[][] steps = {{1, 1}, {2, 1}, {3, 1}, {1, 2}, {2, 2}, {2, 3}};
        for (int[] step : steps) {
          for (int padding : new int[] {1, 3}) {
            axes.add(Axis.padded(input, filter, step[0], step[1], padding));
          }
        }
      }
    }
    return axes;
  }

  private void check(Convolution whole, int p, int q) {
    Chunking chunking = new Chunking(whole, p, q);
    Matrix left = sample(whole.left());
    Matrix right = sample(whole.right());
    List<Matrix> lefts = chunking.cut(0, left);
    List<Matrix> rights = chunking.cut(1, right);
    boolean contraction = whole.way() == Way.BY_FILTER;
    List<Matrix> sums = new ArrayList<>();
    for (int d = contraction ? p - 1 : 0; d <= (contraction ? p - 1 : p + q - 2); d++) {
      Matrix sum = Matrix.zeros(chunking.chunk().result().rows(), whole.result().width());
      for (int i = Math.max(0, d - q + 1); i < Math.min(p, d + 1); i++) {
        add(sum, NaiveConvolution.apply(chunking.chunk(), field, lefts.get(i), rights.get(d - i)));
      }
      sums.add(sum);
    }
    Matrix result = Matrix.zeros(whole.result().rows(), whole.result().width());
    chunking.add(sums, result);
    field.reduce(result.data(), 0, result.data().length);
    assertThat(NaiveConvolution.distance(result, NaiveConvolution.apply(whole, field, left, right)))
        .as("%s in %d and %d chunks, seed %d", whole, p, q, SEED)
        .isZero();
  }

  private void add(Matrix sum, Matrix term) {
    for (int i = 0; i < sum.data().length; i++) {
      sum.data()[i] = field.add(sum.data()[i], term.data()[i]);
    }
  }

  private Matrix sample(Extent extent) {
    Matrix matrix = Matrix.zeros(extent.rows(), extent.width());
    random.fill(field, matrix.data(), 0, matrix.data().length);
    return matrix;
  }

  @Test
  void theFunctionalOfAResultIsWhatTheOperandsSay() {
    Convolver convolver = new Convolver(Kernels.named("plain"));
    int unseen = 0;
    for (Axis height : axes()) {
      Layer layer = new Layer(2, 3, 2, height, Axis.padded(5, 2, 2, 1, 1));
      for (Way way : Way.values()) {
        Convolution chunk = new Chunking(new Convolution(layer, way), 2, 2).chunk();
        Matrix left = sample(chunk.left());
        Matrix right = sample(chunk.right());
        Matrix result = NaiveConvolution.apply(chunk, field, left, right);
        SecretFunctional functional = new SecretFunctional(chunk, field, random);
        assertThat(functional.of(result))
            .as("%s, seed %d", chunk, SEED)
            .isEqualTo(
                functional.expected(convolver, functional.ofLeft(left), functional.ofRight(right)));
        double honest = functional.of(result);
        int changed = random.nextInt(result.data().length);
        result.data()[changed] = field.add(result.data()[changed], 1);
        unseen += functional.of(result) == honest ? 1 : 0;
      }
    }
    assertThat(unseen).as("seed %d", SEED).isZero();
  }
}
