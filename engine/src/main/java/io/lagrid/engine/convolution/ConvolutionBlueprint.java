package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.convolution.ConvolutionCode;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.verify.AnswerShape;

/**
 * Everything decided about a convolution before anything is moved. Immutable.
 *
 * @param convolution what is computed
 * @param plan with which code, at what price
 * @param numbers in which numbers
 * @param tolerance what is tolerated
 * @param verified whether answers are checked on arrival
 * @param planSeconds how long it took to decide
 */
record ConvolutionBlueprint(
    Convolution convolution,
    Plan plan,
    NumberChoice numbers,
    Tolerance tolerance,
    boolean verified,
    double planSeconds) {

  ConvolutionCode code() {
    return (ConvolutionCode) plan.code();
  }

  Chunking chunking() {
    return new Chunking(convolution, code().parameters().p(), code().parameters().q());
  }

  /** What every answer must look like. */
  AnswerShape answers() {
    Convolution chunk = chunking().chunk();
    return new AnswerShape(
        numbers.numbers().arithmetic(), chunk.result().rows(), chunk.result().width());
  }

  /** The left (0) or right (1) operand, or the result (2), as a grid of one block. */
  BlockGrid whole(int which) {
    Extent extent =
        switch (which) {
          case 0 -> convolution.left();
          case 1 -> convolution.right();
          default -> convolution.result();
        };
    return new BlockGrid(1, extent.rows(), extent.width(), 1, 1);
  }

  RunStory.Decided decided() {
    return new RunStory.Decided(Chunking.operation(convolution), plan, tolerance, planSeconds);
  }

  RunReport.ArithmeticReport arithmetic() {
    Arithmetic arithmetic = numbers.numbers().arithmetic();
    return new RunReport.ArithmeticReport(
        arithmetic.exact(), arithmetic.primes(), numbers.leftBits(), numbers.rightBits());
  }
}
