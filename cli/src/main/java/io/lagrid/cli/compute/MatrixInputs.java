package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;

/**
 * The operands of one product.
 *
 * @param left the left operand
 * @param right the right operand
 * @param result the result's shape
 */
public record MatrixInputs(Operand left, Operand right, Shape result) implements Prepared {

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    return lagrid.attempt(left, right).map(product -> NdArray.of(product, result));
  }

  @Override
  public PlanTable plans(Lagrid lagrid) {
    return lagrid.plans(left, right);
  }
}
