package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.operation.ConvolutionForm;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import java.util.List;

/**
 * Two sequences, as columns, or two matrices, to be convolved.
 *
 * @param left the left operand
 * @param right the right operand
 * @param result the result's shape
 */
record ConvolveInputs(Operand left, Operand right, Shape result) implements Prepared {

  /**
   * Checks and converts.
   *
   * @param real whether integers are to be computed with as doubles
   * @throws BadInputException if the arrays are not two sequences or two matrices
   */
  static ConvolveInputs of(NamedArray a, NamedArray b, boolean real) {
    List<NamedArray> alike = NamedArray.alike(List.of(a, b), real);
    Shape result =
        ConvolutionForm.result(
            a.shape(),
            "%s of shape %s".formatted(a.file(), a.shape()),
            b.shape(),
            "%s of shape %s".formatted(b.file(), b.shape()));
    return new ConvolveInputs(
        alike.get(0).matrix(a.shape().side(0)), alike.get(1).matrix(b.shape().side(0)), result);
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return Convolutions.on(lagrid)
        .attemptLinear(left, right)
        .map(value -> NdArray.of(value, result));
  }

  @Override
  public PlanTable plans(Lagrid lagrid) {
    return Convolutions.on(lagrid).plans(left, right);
  }
}
