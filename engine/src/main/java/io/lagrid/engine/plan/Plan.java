package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.engine.report.Price;

/**
 * A code with its parameters, and what it will cost.
 *
 * @param code the code
 * @param answers how many answers a round waits for: R, or with codes that are content with any
 *     number, all but those of the stragglers
 * @param price its cost in fractions of the operands, the result and the whole operation
 * @param sizes the same in bytes and multiply–adds
 * @param bytesPerWorker what a worker holds while it computes: its shares and its answer, and
 *     beside an answer that is a sum, its next term
 */
public record Plan(Code code, int answers, Price price, PlanSizes sizes, long bytesPerWorker) {

  /** Bytes to all workers and from as many as a round waits for. */
  public double traffic() {
    return code.parameters().workers() * sizes.shareBytes() + answers * sizes.answerBytes();
  }

  /** The code's name. */
  public String name() {
    return code.parameters().code();
  }
}
