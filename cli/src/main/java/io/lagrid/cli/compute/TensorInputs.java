package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.contract.Contraction;
import io.lagrid.engine.contract.Tensor;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import java.util.List;

/** Two arrays as the operands of a contraction. */
final class TensorInputs implements Prepared {

  private final Contraction contraction;
  private final Tensor left;
  private final Tensor right;
  private final Shape result;

  private TensorInputs(Contraction contraction, Tensor left, Tensor right, Shape result) {
    this.contraction = contraction;
    this.left = left;
    this.right = right;
    this.result = result;
  }

  /** Checks and converts. */
  static Prepared of(Contraction contraction, List<NamedArray> arrays, boolean real) {
    List<NamedArray> alike = NamedArray.alike(arrays, real);
    Tensor left = tensor(alike.get(0));
    Tensor right = tensor(alike.get(1));
    return new TensorInputs(contraction, left, right, new Shape(contraction.sides(left, right)));
  }

  /**
   * The product of stacks of matrices, by NumPy's rules: the last two axes are those of the
   * matrices, the ones before are matched from the last on, and an operand without them is
   * multiplied by every matrix of the other. Axes of length 1 are not stretched.
   */
  static Prepared product(List<NamedArray> arrays, boolean real) {
    Contraction product =
        Contraction.product(arrays.get(0).shape().rank(), arrays.get(1).shape().rank());
    try {
      return of(product, arrays, real);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "cannot multiply %s of shape %s by %s of shape %s: %s"
              .formatted(
                  arrays.get(0).file(),
                  arrays.get(0).shape(),
                  arrays.get(1).file(),
                  arrays.get(1).shape(),
                  e.getMessage()));
    }
  }

  private static Tensor tensor(NamedArray array) {
    return new Tensor(array.shape().sides(), array.matrix(1));
  }

  @Override
  public Shape result() {
    return result;
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return contraction
        .attempt(lagrid, left, right)
        .map(tensor -> NdArray.of(tensor.entries(), result));
  }

  @Override
  public PlanTable plans(Lagrid lagrid) {
    return contraction.plans(lagrid, left, right);
  }
}
