package io.lagrid.engine.plan;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.engine.report.Price;

/**
 * A code with its parameters, and what it will cost.
 *
 * @param code the code
 * @param price its cost in fractions of the operands, the result and the whole product
 * @param bytesPerWorker what a worker holds while it computes: its shares and its answer, and
 *     beside an answer that is a sum, its next term
 */
public record Plan(ProductCode code, Price price, long bytesPerWorker) {

  static Plan of(PlanRequest request, ProductCode code) {
    Operation.Product product = (Operation.Product) request.requirement().operation();
    Partition cut = code.partition();
    double answered = 1.0 / code.batch();
    Partition share = code.sharePartition();
    ShareDensity leftDensity = ShareDensity.of(code, 0, product.leftDensity());
    ShareDensity rightDensity = ShareDensity.of(code, 1, product.rightDensity());
    double leftShare = answered * share.m() * share.p();
    double left = leftShare * product.rows() * product.inner() / ((double) cut.m() * cut.p());
    double rightShare = answered * share.p() * share.n();
    double right = rightShare * product.inner() * product.columns() / ((double) cut.p() * cut.n());
    double piece = answered * product.rows() * product.columns() / ((double) cut.m() * cut.n());
    double answer = piece * share.m() * share.n();
    double operands = (product.leftEntries() + product.rightEntries()) / product.batch();
    double result = (double) product.rows() * product.columns();
    double work = answered * share.blockProducts() / cut.blockProducts();
    double written = answered * share.blockProducts() / ((double) cut.m() * cut.n());
    int workers = code.parameters().workers();
    Price price =
        new Price(
            (left * leftDensity.largest() + right * rightDensity.largest()) / operands,
            workers * (left * leftDensity.mean() + right * rightDensity.mean()) / operands,
            code.parameters().recoveryThreshold() * answer / result,
            work(product, work * leftDensity.mostWork() * rightDensity.mostWork(), written),
            workers
                * work(product, work * leftDensity.meanWork() * rightDensity.meanWork(), written));
    double held = code.blocksPerShare() > 1 ? answer + piece : answer;
    int planes = request.planes();
    double stored = left * leftDensity.bytes(planes) + right * rightDensity.bytes(planes);
    double entries = product.batch() * (stored + held) * planes;
    return new Plan(code, price, (long) Math.ceil(entries * Double.BYTES));
  }

  /**
   * What a worker computes of the whole product.
   *
   * @param multiplied of its multiply–adds
   * @param written of the result's entries, once for each product of blocks
   */
  private static double work(Operation.Product product, double multiplied, double written) {
    double entries = product.work() - product.multiplyAdds();
    return entries == 0
        ? multiplied
        : (multiplied * product.multiplyAdds() + written * entries) / product.work();
  }
}
