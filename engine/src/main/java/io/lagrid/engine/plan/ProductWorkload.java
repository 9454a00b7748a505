package io.lagrid.engine.plan;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.engine.report.Price;
import java.util.function.IntToDoubleFunction;

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
    ShareDensity left = ShareDensity.of((ProductCode) code, 0, product.leftDensity());
    ShareDensity right = ShareDensity.of((ProductCode) code, 1, product.rightDensity());
    double operands = (product.leftEntries() + product.rightEntries()) / product.batch();
    double result = (double) product.rows() * product.columns();
    int workers = code.parameters().workers();
    int threshold = code.parameters().recoveryThreshold();
    double work = work(parts, left.mostWork() * right.mostWork());
    Price price =
        new Price(
            (parts.left * left.largest() + parts.right * right.largest()) / operands,
            workers * (parts.left * left.mean() + parts.right * right.mean()) / operands,
            threshold * parts.answer / result,
            work,
            workers * work(parts, left.meanWork() * right.meanWork()));
    double stored = parts.left * left.bytes(planes) + parts.right * right.bytes(planes);
    double entries = product.batch() * (stored + parts.held) * planes;
    long bytes = (long) Math.ceil(entries * Double.BYTES);
    return new Plan(code, threshold, price, sizes((ProductCode) code, parts, stored, work), bytes);
  }

  /** What a worker computes, as a fraction of the whole, if sparse shares take so much more. */
  private double work(Parts parts, double more) {
    double multiplied = parts.work * more;
    double entries = product.work() - product.multiplyAdds();
    return entries == 0
        ? multiplied
        : (multiplied * product.multiplyAdds() + parts.written * entries) / product.work();
  }

  /**
   * What one worker holds and computes, in entries of one product of the batch.
   *
   * @param left of its left shares, if they are dense
   * @param right of its right shares, likewise
   * @param answer of its answer
   * @param held of its answer, and beside a sum its next term
   * @param work as a fraction of the whole
   * @param written of the result's entries, once for each product of blocks
   */
  private record Parts(
      double left, double right, double answer, double held, double work, double written) {

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
      double products = answered * share.blockProducts();
      double held = code.blocksPerShare() > 1 ? answer + piece : answer;
      return new Parts(
          left,
          right,
          answer,
          held,
          products / cut.blockProducts(),
          products / ((double) cut.m() * cut.n()));
    }
  }

  /**
   * How much moves.
   *
   * @param stored of a worker's shares, in dense entries of one product of the batch
   */
  private PlanSizes sizes(ProductCode code, Parts parts, double stored, double work) {
    int batch = product.batch();
    boolean plain = PlanSizes.plainBlocks(code.parameters()).isPresent();
    int noise = code.parameters().colluders();
    double encode =
        code.parameters().workers()
            * batch
            * ((code.grid().leftBlocks() + noise) * parts.left
                + (code.grid().rightBlocks() + noise) * parts.right);
    double decode =
        code.parameters().recoveryThreshold() * code.grid().resultBlocks() * batch * parts.answer;
    return new PlanSizes(
        batch * stored * planes * Double.BYTES,
        batch * parts.answer * planes * Double.BYTES,
        work * product.work() * planes,
        plain ? 0 : encode * planes,
        plain ? 0 : decode * planes);
  }

  /** In units of ‖A‖·‖B‖, Frobenius norms. */
  @Override
  public PlanPrecision precision(Plan plan, Requirement requirement) {
    if (exact) {
      return PlanPrecision.bound(conversionError);
    }
    ProductCode code = (ProductCode) plan.code();
    double[] left = PrecisionForecast.magnitudes(code, 0, maskingNoise);
    double[] right = PrecisionForecast.magnitudes(code, 1, maskingNoise);
    double inner = Math.ceil((double) product.inner() / code.partition().p());
    Partition share = code.sharePartition();
    int pieces = share.m() * share.n();
    double combined = 4.0 * plan.answers() * pieces + 8;
    double[] a = PrecisionForecast.blockSizes(code, 0, maskingNoise);
    double[] b = PrecisionForecast.blockSizes(code, 1, maskingNoise);
    double units = (inner + a.length + b.length + combined) * PrecisionForecast.UNIT;
    DecodingResidual residual =
        DecodingResidual.of(code, coefficients(code, 0), coefficients(code, 1));
    IntToDoubleFunction errors = piece -> units * answer(share, piece, left, right);
    return PlanPrecision.bound(
        PrecisionForecast.survey(
            code,
            pieces,
            errors,
            PrecisionForecast.unseen(requirement, errors),
            decoding -> residual.bounds(decoding, a, b)));
  }

  private static Matrix coefficients(ProductCode code, int operand) {
    return code.encoding(operand, RealField.instance()).coefficients();
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
