package io.lagrid.engine;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.partition.NumberSource;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.verify.AnswerShape;

/**
 * Everything decided about a product before anything is moved. Immutable.
 *
 * @param operation the sizes
 * @param plan code and price
 * @param numbers how to compute with the left operands
 * @param perRound how to compute in each round
 * @param settings what the user asked for
 * @param planSeconds how long it took to decide
 */
record ProductBlueprint(
    Operation.Product operation,
    Plan plan,
    NumberChoice numbers,
    NumberSource perRound,
    Settings settings,
    double planSeconds) {

  ProductCode code() {
    return (ProductCode) plan.code();
  }

  /** How the left operands are cut: into m×p blocks each. */
  BlockGrid left() {
    Partition cut = code().partition();
    return grid(operation.rows(), operation.inner(), cut.m(), cut.p());
  }

  /** How the right operands are cut: into p×n blocks each. */
  BlockGrid right() {
    Partition cut = code().partition();
    return grid(operation.inner(), operation.columns(), cut.p(), cut.n());
  }

  /** How the results are cut: into m×n blocks each. */
  BlockGrid result() {
    Partition cut = code().partition();
    return grid(operation.rows(), operation.columns(), cut.m(), cut.n());
  }

  /** In which form workers hold the operands. */
  OperandForms forms() {
    return new OperandForms(code(), numbers.numbers().arithmetic().size());
  }

  /** What every answer must look like. */
  AnswerShape answers() {
    return new AnswerShape(
        numbers.numbers().arithmetic(),
        code().sharePartition().m() * left().blockRows(),
        code().sharePartition().n() * right().blockColumns());
  }

  /** What every piece of an answer must look like. */
  AnswerShape pieces() {
    return new AnswerShape(
        numbers.numbers().arithmetic(), left().blockRows(), right().blockColumns());
  }

  RunStory.Decided decided() {
    return new RunStory.Decided(operation, plan, settings.tolerance(), planSeconds);
  }

  private BlockGrid grid(int rows, int columns, int gridRows, int gridColumns) {
    return new BlockGrid(operation.batch(), rows, columns, gridRows, gridColumns);
  }
}
