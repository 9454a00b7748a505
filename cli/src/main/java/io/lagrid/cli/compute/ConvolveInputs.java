package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.CodeParameters;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.convolution.ConvolutionPlan;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Price;
import java.util.ArrayList;
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
    int rank = a.shape().rank();
    if (rank < 1 || rank > 2 || b.shape().rank() != rank) {
      throw new BadInputException(
          "cannot convolve %s of shape %s with %s of shape %s; legal are two sequences or two matrices"
              .formatted(a.file(), a.shape(), b.file(), b.shape()));
    }
    List<Integer> sides = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      long side = (long) a.shape().side(axis) + b.shape().side(axis) - 1;
      sides.add((int) Math.min(side, Integer.MAX_VALUE));
    }
    if (Shape.entries(sides) > Shape.LARGEST) {
      throw new BadInputException(
          "the convolution of shapes %s and %s has more than %d entries"
              .formatted(a.shape(), b.shape(), Shape.LARGEST));
    }
    return new ConvolveInputs(
        alike.get(0).matrix(a.shape().side(0)),
        alike.get(1).matrix(b.shape().side(0)),
        new Shape(sides));
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return Convolutions.on(lagrid)
        .attemptLinear(left, right)
        .map(value -> NdArray.of(value, result));
  }

  @Override
  public List<PlanRow> plans(Lagrid lagrid) {
    return Convolutions.on(lagrid).plans(left, right).stream().map(ConvolveInputs::row).toList();
  }

  private static PlanRow row(ConvolutionPlan plan) {
    if (plan.parameters().isEmpty()) {
      return PlanRow.refused(plan.code(), plan.reason());
    }
    CodeParameters parameters = plan.parameters().get();
    Price price = plan.price().orElseThrow();
    return new PlanRow(
        parameters.code(),
        parameters.named(),
        parameters.recoveryThreshold(),
        price.storage(),
        price.upload(),
        price.download(),
        price.work(),
        null);
  }
}
