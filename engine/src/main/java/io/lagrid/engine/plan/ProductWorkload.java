package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.engine.report.Price;

/**
 * A product, or a batch of them.
 *
 * @param product its shapes
 * @param planes of the arithmetic
 * @param exact whether the arithmetic is a finite one
 * @param conversionError bound on the relative error of exact arithmetic's conversion
 * @param maskingNoise σ of the noise that hides operands over the reals, if some does
 */
public record ProductWorkload(
    Operation.Product product,
    int planes,
    boolean exact,
    double conversionError,
    double maskingNoise)
    implements Workload {

  @Override
  public Plan plan(Code code, Requirement requirement) {
    Parts parts = Parts.of(product, (ProductCode) code);
    double operands =
        (double) product.rows() * product.inner() + (double) product.inner() * product.columns();
    double result = (double) product.rows() * product.columns();
    int workers = code.parameters().workers();
    int threshold = code.parameters().recoveryThreshold();
    Price price =
        new Price(
            (parts.left + parts.right) / operands,
            workers * (parts.left + parts.right) / operands,
            threshold * parts.answer / result,
            parts.work,
            workers * parts.work);
    double entries = product.batch() * (parts.left + parts.right + parts.held) * planes;
    long bytes = (long) Math.ceil(entries * Double.BYTES);
    return new Plan(code, threshold, price, sizes((ProductCode) code, parts.work), bytes);
  }

  /**
   * What one worker holds and computes, in entries of one product of the batch.
   *
   * @param left of its left shares
   * @param right of its right shares
   * @param answer of its answer
   * @param held of its answer, and beside a sum its next term
   * @param work as a fraction of the whole
   */
  private record Parts(double left, double right, double answer, double held, double work) {

    static Parts of(Operation.Product product, ProductCode code) {
      Partition cut = code.partition();
      double answered = 1.0 / code.batch();
      Partition share = code.sharePartition();
      double leftShare = answered * share.m() * share.p();
      double left = leftShare * product.rows() * product.inner() / ((double) cut.m() * cut.p());
      double rightShare = answered * share.p() * share.n();
      double right =
          rightShare * product.inner() * product.columns() / ((double) cut.p() * cut.n());
      double piece = answered * product.rows() * product.columns() / ((double) cut.m() * cut.n());
      double answer = piece * share.m() * share.n();
      double work = answered * share.blockProducts() / cut.blockProducts();
      double held = code.blocksPerShare() > 1 ? answer + piece : answer;
      return new Parts(left, right, answer, held, work);
    }
  }

  private PlanSizes sizes(ProductCode code, double work) {
    Partition cut = code.partition();
    double left = (double) product.rows() * product.inner() / ((double) cut.m() * cut.p());
    double right = (double) product.inner() * product.columns() / ((double) cut.p() * cut.n());
    double answer = (double) product.rows() * product.columns() / ((double) cut.m() * cut.n());
    Partition share = code.sharePartition();
    double leftShare = (double) share.m() * share.p() * left;
    double rightShare = (double) share.p() * share.n() * right;
    double pieces = (double) share.m() * share.n();
    boolean plain = PlanSizes.plainBlocks(code.parameters()).isPresent();
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
        work * product.work() * planes,
        plain ? 0 : encode * planes,
        plain ? 0 : decode * planes);
  }

  /** In units of ‖A‖·‖B‖, Frobenius norms. */
  @Override
  public PlanPrecision precision(Plan plan) {
    if (exact) {
      return PlanPrecision.bound(conversionError);
    }
    ProductCode code = (ProductCode) plan.code();
    double[] left = PrecisionForecast.magnitudes(code, 0, maskingNoise);
    double[] right = PrecisionForecast.magnitudes(code, 1, maskingNoise);
    double inner = Math.ceil((double) product.inner() / code.partition().p());
    double units = (inner + left.length + right.length + 4) * PrecisionForecast.UNIT;
    Partition share = code.sharePartition();
    int pieces = share.m() * share.n();
    double worst =
        PrecisionForecast.worst(code, pieces, piece -> answer(share, piece, left, right));
    return PlanPrecision.bound(worst * units);
  }

  /** How large a piece of an answer can be, beside ‖A‖·‖B‖. */
  private static double answer(Partition share, int piece, double[] left, double[] right) {
    int pieces = share.m() * share.n();
    int worker = piece / pieces;
    int row = piece % pieces / share.n();
    double answer = 0;
    for (int t = 0; t < share.p(); t++) {
      answer +=
          left[(worker * share.m() + row) * share.p() + t]
              * right[(worker * share.p() + t) * share.n() + piece % share.n()];
    }
    return answer;
  }
}
