package io.lagrid.engine.evaluate;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.verify.AnswerShape;
import java.util.List;

/**
 * Everything decided about an evaluation before anything is moved. Immutable.
 *
 * @param operands checked, and how they are cut
 * @param numbers how to compute
 * @param operation what the report says
 * @param plan with which code, at what price
 * @param tolerance what is tolerated
 * @param verified whether answers are checked on arrival
 */
record MapBlueprint(
    MapOperands operands,
    MapNumbers numbers,
    Operation.Evaluation operation,
    Plan plan,
    Tolerance tolerance,
    boolean verified) {

  Cutting cutting() {
    return operands.cutting();
  }

  MapCode code() {
    return (MapCode) plan.code();
  }

  int blocks() {
    return code().dataBlocks();
  }

  BlockGrid grid(int operand) {
    return cutting().grid(operand, blocks());
  }

  /** What a worker computes of its shares. */
  PolynomialMap task() {
    return cutting().task(numbers.map(), blocks());
  }

  List<BlockShape> blockShapes() {
    return cutting().blockShapes(blocks());
  }

  /** What every answer must look like. */
  AnswerShape answers() {
    BlockShape value = cutting().answer(blocks());
    return new AnswerShape(numbers.arithmetic(), value.rows(), value.columns());
  }

  RunStory.Decided decided(double planSeconds) {
    return new RunStory.Decided(operation, plan, tolerance, planSeconds);
  }
}
