package io.lagrid.engine.convolution;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A secret linear functional on the results of one convolution, whose value is known from the two
 * operands at little cost.
 *
 * <p>Forward and by input, a result is a product of polynomials in z along the height (all its
 * coefficients; with a stride s, those of one remainder modulo s, which pairs the remainders of the
 * operands). So its value at a random point z is the product of the operands' values. Images,
 * filters and channels of the result are summed with random weights. What remains is a convolution
 * of single rows, and a random weight for each of its entries.
 *
 * <p>By filter, there is no point: channels and filters are summed with random weights, and every
 * entry that remains has a weight of its own.
 *
 * <p>As a polynomial in the random elements, the functional of a wrong result has degree at most
 * {@link #degree}, so it vanishes with probability at most degree/(p − 1) (Schwartz 1980, Zippel
 * 1979).
 *
 * <p>Immutable and thread-safe.
 */
final class SecretFunctional {

  private final PrimeField field;
  private final Convolution small;
  private final RowWeights left;
  private final RowWeights right;
  private final RowWeights result;
  private final double[] last;

  /** Draws the random elements. */
  SecretFunctional(Convolution convolution, PrimeField field, Randomness secrets) {
    this.field = field;
    this.small = new Convolution(small(convolution), convolution.way());
    Draw draw = new Draw(convolution, field, secrets);
    this.left = draw.left();
    this.right = draw.right();
    this.result = draw.result();
    this.last = draw.elements(small.result().entries());
  }

  /** The degree of the functional in the random elements. */
  static int degree(Convolution convolution) {
    Axis height = convolution.layer().height();
    int reach = (height.filter() - 1) * height.dilation();
    return switch (convolution.way()) {
      case FORWARD -> height.input() + reach + 3;
      case BY_INPUT -> height.input() + 3;
      case BY_FILTER -> 3;
    };
  }

  /** What is left of the layer once its rows are summed. */
  private static Layer small(Convolution convolution) {
    Layer layer = convolution.layer();
    return switch (convolution.way()) {
      case FORWARD ->
          new Layer(1, layer.channels() * layer.height().stride(), 1, Axis.TRIVIAL, layer.width());
      case BY_INPUT -> new Layer(1, 1, layer.filters(), Axis.TRIVIAL, layer.width());
      case BY_FILTER -> new Layer(layer.batch(), 1, 1, layer.height(), layer.width());
    };
  }

  /** What the value depends on of a left operand, or of a block of it: linear. */
  Matrix ofLeft(Matrix operand) {
    return left.apply(operand);
  }

  /** What the value depends on of a right operand: linear. */
  Matrix ofRight(Matrix operand) {
    return right.apply(operand);
  }

  /** The value of a result. */
  double of(Matrix answer) {
    return dot(result.apply(answer));
  }

  /** The value that the convolution of two operands has. */
  double expected(Convolver convolver, Matrix ofLeft, Matrix ofRight) {
    return dot(convolver.apply(small, field, ofLeft, ofRight, Cancellation.never()));
  }

  private double dot(Matrix matrix) {
    double sum = 0;
    for (int i = 0; i < last.length; i++) {
      sum = field.add(sum, field.multiply(last[i], matrix.data()[i]));
    }
    return sum;
  }

  /** Weights for the rows of all three arrays. */
  private static final class Draw {

    private final Layer layer;
    private final Way way;
    private final PrimeField field;
    private final Randomness secrets;
    private final Convolution convolution;
    private final double[] ofImage;
    private final double[] ofFilter;
    private final double[] ofChannel;
    private final double[] powers;

    Draw(Convolution convolution, PrimeField field, Randomness secrets) {
      this.convolution = convolution;
      this.layer = convolution.layer();
      this.way = convolution.way();
      this.field = field;
      this.secrets = secrets;
      this.ofImage = way == Way.BY_FILTER ? ones(layer.batch()) : elements(layer.batch());
      this.ofFilter = way == Way.BY_INPUT ? ones(layer.filters()) : elements(layer.filters());
      this.ofChannel = way == Way.FORWARD ? ones(layer.channels()) : elements(layer.channels());
      this.powers = powers();
    }

    double[] elements(int count) {
      double[] elements = new double[count];
      secrets.fill(field, elements, 0, count);
      return elements;
    }

    private static double[] ones(int count) {
      double[] ones = new double[count];
      Arrays.fill(ones, 1);
      return ones;
    }

    /** Powers of a point other than 0; ones, where there is no point. */
    private double[] powers() {
      int count = degree(convolution) + layer.height().stride();
      double[] powers = ones(count);
      double point = way == Way.BY_FILTER ? 1 : 0;
      while (point == 0) {
        point = elements(1)[0];
      }
      for (int k = 1; k < count; k++) {
        powers[k] = field.multiply(powers[k - 1], point);
      }
      return powers;
    }

    RowWeights left() {
      Axis height = layer.height();
      Extent extent = convolution.left();
      int s = height.stride();
      return switch (way) {
        case FORWARD ->
            rows(
                extent,
                ofImage,
                ofChannel,
                h -> h,
                (b, c, h) -> c * s + h % s,
                layer.channels() * s);
        case BY_INPUT ->
            rows(extent, ofImage, ofFilter, y -> y * s, (b, o, y) -> o, layer.filters());
        case BY_FILTER ->
            rows(
                extent,
                ofImage,
                ofChannel,
                h -> 0,
                (b, c, h) -> b * height.input() + h,
                layer.batch() * height.input());
      };
    }

    RowWeights right() {
      Axis height = layer.height();
      Extent extent = convolution.right();
      int s = height.stride();
      int d = height.dilation();
      return switch (way) {
        case FORWARD ->
            rows(
                extent,
                ofFilter,
                ofChannel,
                u -> (height.filter() - 1 - u) * d,
                (o, c, u) -> c * s + Math.floorMod(u * d - height.before(), s),
                layer.channels() * s);
        case BY_INPUT ->
            rows(extent, ofFilter, ofChannel, u -> u * d, (o, c, u) -> o, layer.filters());
        case BY_FILTER ->
            rows(
                extent,
                ofImage,
                ofFilter,
                y -> 0,
                (b, o, y) -> b * height.output() + y,
                layer.batch() * height.output());
      };
    }

    RowWeights result() {
      Axis height = layer.height();
      Extent extent = convolution.result();
      int first = (height.filter() - 1) * height.dilation() - height.before();
      return switch (way) {
        case FORWARD ->
            rows(extent, ofImage, ofFilter, y -> y * height.stride() + first, (b, o, y) -> 0, 1);
        case BY_INPUT -> rows(extent, ofImage, ofChannel, h -> h, (b, c, h) -> 0, 1);
        case BY_FILTER ->
            rows(extent, ofFilter, ofChannel, u -> 0, (o, c, u) -> u, height.filter());
      };
    }

    private interface Target {
      int of(int outer, int inner, int row);
    }

    private RowWeights rows(
        Extent extent,
        double[] outer,
        double[] inner,
        IntUnaryOperator exponent,
        Target target,
        int count) {
      int[] targets = new int[extent.rows()];
      double[] weights = new double[extent.rows()];
      int at = 0;
      for (int i = 0; i < extent.outer(); i++) {
        for (int j = 0; j < extent.inner(); j++) {
          double weight = field.multiply(outer[i], inner[j]);
          for (int row = 0; row < extent.height(); row++) {
            targets[at] = target.of(i, j, row);
            weights[at++] = field.multiply(weight, powers[exponent.applyAsInt(row)]);
          }
        }
      }
      return new RowWeights(field, count, targets, weights);
    }
  }
}
