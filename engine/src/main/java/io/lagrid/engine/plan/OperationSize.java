package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.engine.report.Price;

/**
 * The size of a whole operation, in entries of one plane, from which prices follow.
 *
 * @param operands entries of all operands
 * @param result entries of the result
 * @param planes of the arithmetic
 */
public record OperationSize(double operands, double result, int planes) {

  /**
   * One worker's part, and the coordinator's, in entries of one plane.
   *
   * @param share entries a worker receives
   * @param answer entries a worker sends back
   * @param work what it computes, as a fraction of the whole
   * @param multiplyAdds about how many that are
   * @param encode multiply–adds before the round
   * @param decode multiply–adds after it
   */
  public record Part(
      double share,
      double answer,
      double work,
      double multiplyAdds,
      double encode,
      double decode) {}

  /**
   * The plan of a code.
   *
   * @param answers how many a round waits for
   */
  public Plan plan(Code code, int answers, Part part) {
    int workers = code.parameters().workers();
    double storage = part.share() / operands;
    Price price =
        new Price(
            storage,
            workers * storage,
            answers * part.answer() / result,
            part.work(),
            workers * part.work());
    boolean plain = PlanSizes.plainBlocks(code.parameters()).isPresent();
    PlanSizes sizes =
        new PlanSizes(
            bytes(part.share()),
            bytes(part.answer()),
            part.multiplyAdds() * planes,
            plain ? 0 : part.encode() * planes,
            plain ? 0 : part.decode() * planes);
    return new Plan(
        code, answers, price, sizes, (long) Math.ceil(bytes(part.share() + part.answer())));
  }

  private double bytes(double entries) {
    return entries * planes * Double.BYTES;
  }
}
