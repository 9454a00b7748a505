package io.lagrid.algebra.convolution;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.LongProduct;

/**
 * Computes convolutions on the calling thread, by the way that is fastest at their size: one row
 * after the other, as matrix products where there are channels to sum over, or by number-theoretic
 * transforms where a single long filter is met over a prime field.
 *
 * <p>Immutable and thread-safe.
 */
public final class Convolver {

  private final Kernels kernels;

  /** A convolver on the given kernels. */
  public Convolver(Kernels kernels) {
    this.kernels = kernels;
  }

  /**
   * The result of one convolution.
   *
   * @param left of the shape that the convolution says; canonical elements of the field; not
   *     modified
   * @param right likewise
   * @param cancellation asked every few milliseconds
   * @return a new matrix of canonical elements
   * @throws IllegalArgumentException if a shape does not fit
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public Matrix apply(
      Convolution convolution, Field field, Matrix left, Matrix right, Cancellation cancellation) {
    convolution.left().check("the left operand", left);
    convolution.right().check("the right operand", right);
    double[] a = entries(left);
    double[] b = entries(right);
    Layer layer = convolution.layer();
    double[] result;
    if (layer.channels() * layer.filters() > 1) {
      result =
          channels(convolution, new ChannelConvolution(layer, field, kernels, cancellation), a, b);
    } else if (field instanceof PrimeField prime && new LongConvolution(convolution).pays()) {
      LongProduct products = new LongProduct(kernels.transforms());
      result = new LongConvolution(convolution).run(prime, a, b, products, cancellation);
    } else {
      result = new DirectConvolution(convolution, field, a, b, cancellation).run();
    }
    Extent extent = convolution.result();
    return Matrix.of(extent.rows(), extent.width(), result);
  }

  /**
   * About how many multiply–adds a convolution takes by the way that is chosen.
   *
   * @param exact whether over a prime field
   */
  public static double work(Convolution convolution, boolean exact) {
    LongConvolution transforms = new LongConvolution(convolution);
    return exact && transforms.pays() ? transforms.work() : convolution.layer().work();
  }

  private static double[] channels(
      Convolution convolution, ChannelConvolution products, double[] left, double[] right) {
    return switch (convolution.way()) {
      case FORWARD -> products.forward(left, right);
      case BY_INPUT -> products.byInput(left, right);
      case BY_FILTER -> products.byFilter(left, right);
    };
  }

  /** The entries row by row; the matrix's own array where it holds nothing else. */
  private static double[] entries(Matrix matrix) {
    boolean whole =
        matrix.contiguous()
            && matrix.offset() == 0
            && matrix.data().length == (long) matrix.rows() * matrix.columns();
    return whole ? matrix.data() : matrix.toArray();
  }
}
