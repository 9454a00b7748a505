package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductParameters;
import io.lagrid.codes.real.RealScheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Residuals of decode matrices, beside their definition in exact decimals. */
final class DecodingResidualTest {

  private static final double UNIT = 0x1p-53;

  private final Randomness random = Randomness.insecure(11);
  private int asked;

  /** A code whose last workers are missing, with operands of random sizes. */
  private final class Case {
    final ProductCode code;
    final Decoding.Decodable decoding;
    final Matrix left;
    final Matrix right;
    final double[] leftSizes;
    final double[] rightSizes;
    final DecodingResidual residual;

    Case(ProductCode code) {
      this.code = code;
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      int worker = 0;
      while (!decoder.offer(worker, Projection.NONE)) {
        worker++;
      }
      decoding = (Decoding.Decodable) decoder.outcome();
      left = code.encoding(0, RealField.instance()).coefficients();
      right = code.encoding(1, RealField.instance()).coefficients();
      leftSizes = sizes(left.columns());
      rightSizes = sizes(right.columns());
      residual = DecodingResidual.of(code, left, right);
    }

    Matrix decode() {
      return decoding.coefficients().get(0);
    }

    double[] bounds(Matrix decode) {
      return residual.bounds(with(decode), leftSizes, rightSizes);
    }

    Decoding.Decodable with(Matrix decode) {
      return new Decoding.Decodable(decoding.used(), List.of(decode), new TreeSet<>());
    }

    /** Holds bounds to Σ |Σ_i d·g_i − w|·‖A_k‖·‖B_k'‖ from above, and to little more than that. */
    void check(Matrix decode) {
      double[] bounds = bounds(decode);
      assertThat(bounds).hasSize(code.grid().resultBlocks());
      for (int b = 0; b < bounds.length; b++) {
        double exact = exact(decode, b);
        double rounding = 2 * (decode.columns() + 4.0) * code.blocksPerShare() * UNIT * all();
        assertThat(bounds[b])
            .as("%s, result block %d", code.parameters(), b)
            .isGreaterThanOrEqualTo(exact)
            .isLessThanOrEqualTo(exact * (1 + 1e-12) + rounding * largest(decode));
      }
    }

    /** Σ of magnitudes for a decode matrix of ones. */
    private double all() {
      double sum = 0;
      for (int i = 0; i < decode().columns(); i++) {
        for (double[] term : terms(i)) {
          sum += Math.abs(term[2]) * leftSizes[(int) term[0]] * rightSizes[(int) term[1]];
        }
      }
      return sum;
    }

    private double exact(Matrix decode, int result) {
      BigDecimal[][] sums = new BigDecimal[leftSizes.length][rightSizes.length];
      for (BigDecimal[] row : sums) {
        Arrays.fill(row, BigDecimal.ZERO);
      }
      for (int i = 0; i < decode.columns(); i++) {
        BigDecimal factor = new BigDecimal(decode.get(result, i));
        for (int[] pair : pairs(i)) {
          for (int k = 0; k < leftSizes.length; k++) {
            BigDecimal scaled = factor.multiply(new BigDecimal(left.get(pair[0], k)));
            for (int j = 0; j < rightSizes.length; j++) {
              BigDecimal other = new BigDecimal(right.get(pair[1], j));
              sums[k][j] = sums[k][j].add(scaled.multiply(other));
            }
          }
        }
      }
      for (ProductGrid.BlockProduct product : code.grid().products()) {
        if (product.result() == result) {
          BigDecimal[] row = sums[product.left()];
          row[product.right()] = row[product.right()].subtract(BigDecimal.ONE);
        }
      }
      double sum = 0;
      for (int k = 0; k < leftSizes.length; k++) {
        for (int j = 0; j < rightSizes.length; j++) {
          sum += sums[k][j].abs().doubleValue() * leftSizes[k] * rightSizes[j];
        }
      }
      return sum;
    }

    /** Which rows of the encodings a piece of the answers is made of: left and right. */
    private List<int[]> pairs(int column) {
      Partition share = code.sharePartition();
      int worker = decoding.used().get(column / (share.m() * share.n()));
      int cell = column % (share.m() * share.n());
      List<int[]> pairs = new ArrayList<>();
      for (int t = 0; t < share.p(); t++) {
        int a = worker * share.m() * share.p() + cell / share.n() * share.p() + t;
        int b = worker * share.p() * share.n() + t * share.n() + cell % share.n();
        pairs.add(new int[] {a, b});
      }
      return pairs;
    }

    private List<double[]> terms(int column) {
      List<double[]> terms = new ArrayList<>();
      for (int[] pair : pairs(column)) {
        for (int k = 0; k < leftSizes.length; k++) {
          for (int j = 0; j < rightSizes.length; j++) {
            double product = left.get(pair[0], k) * right.get(pair[1], j);
            terms.add(new double[] {k, j, product});
          }
        }
      }
      return terms;
    }
  }

  private double[] sizes(int count) {
    return IntStream.range(0, count).mapToDouble(i -> 0.5 + random.nextInt(1000) / 500.0).toArray();
  }

  private static double largest(Matrix matrix) {
    return Arrays.stream(matrix.toArray()).map(Math::abs).max().orElseThrow();
  }

  private static ProductCode real(RealScheme scheme, int workers, Partition partition) {
    return RealConstruction.of(
        new RealProductParameters(scheme, workers, new ProductGrid(1, partition), 0));
  }

  private List<Case> cases() {
    ProductGrid batch = new ProductGrid(3, new Partition(1, 2, 1));
    return List.of(
        new Case(real(RealScheme.ORTHOMATDOT, 9, new Partition(3, 1, 1))),
        new Case(real(RealScheme.ROTATION, 8, new Partition(1, 4, 6))),
        new Case(real(RealScheme.CIRCULANT, 5, new Partition(1, 8, 1))),
        new Case(
            RealConstruction.of(
                new RealProductParameters(RealScheme.LAGRANGE_CHEBYSHEV, 13, batch, 0))),
        new Case(new EntangledCode(EntangledParameters.polynomial(11, 3, 3))));
  }

  @Test
  void residualsOfRightMatricesAreThoseOfTheDefinition() {
    for (Case each : cases()) {
      each.check(each.decode());
      assertThat(Arrays.stream(each.bounds(each.decode())).max().orElseThrow())
          .as("%s", each.code.parameters())
          .isBetween(UNIT, 1e-10);
    }
  }

  @Test
  void aPlantedWrongMatrixIsNoticedForTheSameResponders() {
    for (Case each : cases()) {
      double[] right = each.bounds(each.decode());
      Matrix wrong = each.decode().copy();
      int last = wrong.rows() - 1;
      wrong.set(last, 1, wrong.get(last, 1) + 1e-6);
      each.check(wrong);
      double[] found = each.bounds(wrong);
      assertThat(found[last]).as("%s", each.code.parameters()).isGreaterThan(1e-8);
      assertThat(Arrays.copyOf(found, last)).isEqualTo(Arrays.copyOf(right, last));
      assertThat(each.bounds(each.decode())).isEqualTo(right);
    }
  }

  @Test
  void answersOfOtherWorkersAreNotMistakenForThese() {
    Case each = new Case(real(RealScheme.ORTHOMATDOT, 9, new Partition(3, 1, 1)));
    double right = each.bounds(each.decode())[0];
    List<Integer> others = each.decoding.used().stream().map(worker -> worker + 1).toList();
    Decoding.Decodable mistaken =
        new Decoding.Decodable(others, each.decoding.coefficients(), new TreeSet<>());
    assertThat(each.residual.bounds(mistaken, each.leftSizes, each.rightSizes)[0])
        .isGreaterThan(1e10 * right);
  }

  @Test
  void nearlySingularSystemsLeaveLargeResiduals() {
    for (int side : new int[] {4, 6}) {
      Case each =
          new Case(new EntangledCode(EntangledParameters.polynomial(side * side, side, side)));
      each.check(each.decode());
      double worst = Arrays.stream(each.bounds(each.decode())).max().orElseThrow();
      assertThat(worst).as("side %d", side).isGreaterThan(side == 4 ? 1e-12 : 1e-6);
    }
  }

  @Test
  void aSingularSystemLeavesNoBound() {
    Case each = new Case(real(RealScheme.ROTATION, 8, new Partition(1, 4, 6)));
    for (double entry : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Matrix none = each.decode().copy();
      none.set(2, 3, entry);
      double[] bounds = each.bounds(none);
      assertThat(bounds[2]).isInfinite();
      assertThat(bounds[1]).isFinite();
    }
  }

  @Test
  void blocksOfNothingCountForNothing() {
    Case each = new Case(real(RealScheme.ORTHOMATDOT, 9, new Partition(3, 1, 1)));
    assertThat(each.residual.bounds(each.decoding, new double[3], each.rightSizes))
        .containsOnly(0.0);
  }

  @Test
  void manyResultBlocksAreLookedAtInPartsAndOnce() {
    int blocks = 600; // 600 × 600 entries, two parts
    Matrix identity = Matrix.zeros(blocks, blocks);
    Matrix ones = Matrix.zeros(blocks, 1);
    for (int i = 0; i < blocks; i++) {
      identity.set(i, i, 1);
      ones.set(i, 0, 1);
    }
    DecodingResidual residual =
        new DecodingResidual(
            identity,
            ones,
            Partition.WHOLE,
            (result, a, b) -> {
              asked++;
              return result == a;
            });
    Matrix wrong = identity.copy();
    wrong.set(blocks - 1, 7, 0.25);
    List<Integer> used = IntStream.range(0, blocks).boxed().toList();
    double[] sizes = sizes(blocks);
    Decoding.Decodable decoding = new Decoding.Decodable(used, List.of(wrong), new TreeSet<>());
    double[] bounds = residual.bounds(decoding, sizes, new double[] {2});
    for (int b = 0; b < blocks; b++) {
      double error = b == blocks - 1 ? 0.25 * 2 * sizes[7] : 0;
      assertThat(bounds[b]).isBetween(error, error + 1000 * UNIT * 10);
    }
    assertThat(asked).isEqualTo(blocks * blocks);
    double[] halved = residual.bounds(decoding, sizes, new double[] {1});
    Arrays.setAll(halved, b -> 2 * halved[b]);
    assertThat(halved).as("by sizes alone").isEqualTo(bounds);
    assertThat(asked).as("looked at once").isEqualTo(blocks * blocks);
  }
}
