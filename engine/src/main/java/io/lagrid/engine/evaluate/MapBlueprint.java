package io.lagrid.engine.evaluate;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Price;
import io.lagrid.engine.verify.AnswerShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything decided about an evaluation before anything is moved. Immutable.
 *
 * @param cutting the operands
 * @param numbers how to compute
 * @param operation what the report says
 * @param code with which code
 * @param tolerance what is tolerated
 * @param verified whether answers are checked on arrival
 */
record MapBlueprint(
    Cutting cutting,
    MapNumbers numbers,
    Operation.Evaluation operation,
    MapCode code,
    Tolerance tolerance,
    boolean verified) {

  int blocks() {
    return code.dataBlocks();
  }

  BlockGrid grid(int operand) {
    return cutting.grid(operand, blocks());
  }

  /** What a worker computes of its shares. */
  PolynomialMap task() {
    return cutting.task(numbers.map(), blocks());
  }

  List<BlockShape> blockShapes() {
    List<BlockShape> shapes = new ArrayList<>();
    for (int i = 0; i < cutting.map().operands(); i++) {
      shapes.add(new BlockShape(grid(i).blockRows(), grid(i).blockColumns()));
    }
    return shapes;
  }

  /** What every answer must look like. */
  AnswerShape answers() {
    BlockShape value = task().shape(blockShapes());
    return new AnswerShape(numbers.arithmetic(), value.rows(), value.columns());
  }

  RunStory.Decided decided(double planSeconds) {
    return new RunStory.Decided(operation, code.parameters(), tolerance, price(), planSeconds);
  }

  /** Doubles that a worker holds: its shares and its answer, in one plane. */
  double held() {
    return shareEntries() + (double) answers().rows() * answers().columns();
  }

  private double shareEntries() {
    return blockShapes().stream()
        .mapToDouble(shape -> (double) shape.rows() * shape.columns())
        .sum();
  }

  private Price price() {
    double whole = 0;
    for (int i = 0; i < cutting.map().operands(); i++) {
      whole += (double) grid(i).rows() * grid(i).columns();
    }
    BlockGrid values = cutting.values(blocks());
    double answer = (double) answers().rows() * answers().columns();
    int workers = code.parameters().workers();
    double storage = shareEntries() / whole;
    double work = 1.0 / blocks();
    return new Price(
        storage,
        workers * storage,
        code.parameters().recoveryThreshold()
            * answer
            / ((double) values.rows() * values.columns()),
        work,
        workers * work);
  }
}
