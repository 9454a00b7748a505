package io.lagrid.engine.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.product.RepetitionParameters;
import io.lagrid.codes.product.UncodedParameters;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;

/**
 * How much a plan moves and computes, in bytes and multiply–adds over all planes.
 *
 * @param shareBytes what one worker receives
 * @param answerBytes what one worker sends back
 * @param workerMultiplyAdds what one worker computes
 * @param encodeMultiplyAdds what the coordinator computes before; 0 for plain blocks
 * @param decodeMultiplyAdds what the coordinator computes afterwards; 0 for plain blocks
 */
public record PlanSizes(
    double shareBytes,
    double answerBytes,
    double workerMultiplyAdds,
    double encodeMultiplyAdds,
    double decodeMultiplyAdds) {

  /** The sizes of a plan. */
  public static PlanSizes of(PlanRequest request, Plan plan) {
    Operation.Product product = (Operation.Product) request.requirement().operation();
    ProductCode code = plan.code();
    Partition cut = code.partition();
    double left = (double) product.rows() * product.inner() / ((double) cut.m() * cut.p());
    double right = (double) product.inner() * product.columns() / ((double) cut.p() * cut.n());
    double answer = (double) product.rows() * product.columns() / ((double) cut.m() * cut.n());
    double planes = request.planes();
    Partition share = code.sharePartition();
    double leftShare = (double) share.m() * share.p() * left;
    double rightShare = (double) share.p() * share.n() * right;
    double pieces = (double) share.m() * share.n();
    boolean plain = plain(plan);
    int noise = code.parameters().colluders();
    double encode =
        code.parameters().workers()
            * ((code.grid().leftBlocks() + noise) * leftShare
                + (code.grid().rightBlocks() + noise) * rightShare);
    double decode =
        pieces * code.parameters().recoveryThreshold() * code.grid().resultBlocks() * answer;
    return new PlanSizes(
        (leftShare + rightShare) * planes * Double.BYTES,
        pieces * answer * planes * Double.BYTES,
        plan.price().work() * product.work() * planes,
        plain ? 0 : encode * planes,
        plain ? 0 : decode * planes);
  }

  /** Whether workers hold plain blocks, so that nothing is encoded or decoded. */
  static boolean plain(Plan plan) {
    return plan.code().parameters() instanceof RepetitionParameters
        || plan.code().parameters() instanceof UncodedParameters;
  }
}
