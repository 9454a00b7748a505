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
    double leftShare = answered * share.m() * share.p();
    double left = leftShare * product.rows() * product.inner() / ((double) cut.m() * cut.p());
    double rightShare = answered * share.p() * share.n();
    double right = rightShare * product.inner() * product.columns() / ((double) cut.p() * cut.n());
    double piece = answered * product.rows() * product.columns() / ((double) cut.m() * cut.n());
    double answer = piece * share.m() * share.n();
    double operands =
        (double) product.rows() * product.inner() + (double) product.inner() * product.columns();
    double result = (double) product.rows() * product.columns();
    double work = answered * share.blockProducts() / cut.blockProducts();
    int workers = code.parameters().workers();
    Price price =
        new Price(
            (left + right) / operands,
            workers * (left + right) / operands,
            code.parameters().recoveryThreshold() * answer / result,
            work,
            workers * work);
    double held = code.blocksPerShare() > 1 ? answer + piece : answer;
    double entries = product.batch() * (left + right + held) * request.planes();
    return new Plan(code, price, (long) Math.ceil(entries * Double.BYTES));
  }
}
