package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolution of the left share and the right share, plane by plane.
 *
 * @param convolution of the shares' sizes
 */
public record ConvolutionTask(Convolution convolution) implements Task {

  private static final long serialVersionUID = 1;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    Arithmetic arithmetic = shares.get(0).arithmetic();
    Block left = shares.get(0).blocks().get(0);
    Block right = shares.get(1).blocks().get(0);
    Convolver convolver = new Convolver(kernels);
    List<Matrix> planes = new ArrayList<>();
    for (int i = 0; i < arithmetic.size(); i++) {
      planes.add(
          convolver.apply(
              convolution, arithmetic.plane(i), left.plane(i), right.plane(i), cancellation));
    }
    return new Block(planes);
  }
}
