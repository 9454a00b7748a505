package io.lagrid.engine.evaluate;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.polynomial.BlockAlgebra;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The map of a worker's shares, plane by plane.
 *
 * @param map what to compute; serialisable
 */
public record MapTask(PolynomialMap map) implements Task {

  private static final long serialVersionUID = 1;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    Arithmetic arithmetic = shares.get(0).arithmetic();
    List<Matrix> planes = new ArrayList<>();
    for (int i = 0; i < arithmetic.size(); i++) {
      List<Matrix> operands = new ArrayList<>();
      for (Share share : shares) {
        operands.add(share.blocks().get(0).plane(i));
      }
      BlockAlgebra algebra = new BlockAlgebra(arithmetic.plane(i), kernels, cancellation);
      planes.add(map.apply(operands, algebra));
    }
    return new Block(planes);
  }
}
