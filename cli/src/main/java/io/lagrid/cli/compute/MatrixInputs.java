package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ProductInputs;
import io.lagrid.cli.run.ProductRun;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import java.util.List;

/**
 * Two arrays as the operands of a product.
 *
 * @param inputs vectors or matrices that fit
 */
public record MatrixInputs(ProductInputs inputs) implements Prepared {

  /** A product of vectors and matrices, or of stacks of matrices. */
  public static Prepared of(List<NamedArray> arrays, boolean real) {
    if (arrays.stream().anyMatch(array -> array.shape().rank() > 2)
        && arrays.stream().allMatch(array -> array.shape().rank() > 0)) {
      return TensorInputs.product(arrays, real);
    }
    return new MatrixInputs(ProductInputs.of(source(arrays.get(0)), source(arrays.get(1)), real));
  }

  private static ProductInputs.Source source(NamedArray array) {
    return new ProductInputs.Source(array.file(), array.array());
  }

  @Override
  public Shape result() {
    return inputs.result();
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return new ProductRun(lagrid, inputs.left(), inputs.right())
        .outcome()
        .map(product -> NdArray.of(product, inputs.result()));
  }

  @Override
  public PlanTable plans(Lagrid lagrid) {
    return lagrid.plans(inputs.left(), inputs.right());
  }
}
