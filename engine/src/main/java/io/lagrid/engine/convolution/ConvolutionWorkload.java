package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolver;
import io.lagrid.algebra.field.RealField;
import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.convolution.ConvolutionCode;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.codes.polynomial.RepeatedMapCode;
import io.lagrid.codes.polynomial.RepeatedMapParameters;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.plan.OperationSize;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanPrecision;
import io.lagrid.engine.plan.PrecisionForecast;
import io.lagrid.engine.plan.Workload;
import java.util.Optional;

/**
 * What codes cost a convolution.
 *
 * @param whole the convolution
 * @param numbers in which numbers
 * @param checked whether answers are checked or liars located
 */
record ConvolutionWorkload(Convolution whole, NumberChoice numbers, boolean checked)
    implements Workload {

  @Override
  public Optional<String> objection(Code code) {
    Convolution chunk = chunking((ConvolutionParameters) code.parameters()).chunk();
    return checked && ConvolutionVerifier.tooLong(numbers.numbers().arithmetic(), chunk)
        ? Optional.of(
            "chunks of %d rows are too long to be checked; use more workers or smaller operands"
                .formatted(chunk.result().height()))
        : Optional.empty();
  }

  private Chunking chunking(ConvolutionParameters parameters) {
    return new Chunking(whole, parameters.p(), parameters.q());
  }

  private boolean exact() {
    return numbers.numbers().arithmetic().exact();
  }

  @Override
  public Plan plan(Code code, Requirement requirement) {
    ConvolutionParameters parameters = (ConvolutionParameters) code.parameters();
    Chunking chunking = chunking(parameters);
    Convolution chunk = chunking.chunk();
    int noise = parameters.colluders();
    double encode =
        parameters.workers()
            * ((double) (parameters.p() + noise) * chunk.left().entries()
                + (double) (parameters.q() + noise) * chunk.right().entries());
    double sums = Chunking.operation(whole).contraction() ? 1 : parameters.p() + parameters.q() - 1;
    int threshold = parameters.recoveryThreshold();
    double decode = threshold * sums * chunk.result().entries();
    return size().plan(code, threshold, part(chunking, encode, decode));
  }

  private OperationSize size() {
    return new OperationSize(
        (double) whole.left().entries() + whole.right().entries(),
        whole.result().entries(),
        numbers.numbers().arithmetic().size());
  }

  private OperationSize.Part part(Chunking chunking, double encode, double decode) {
    Convolution chunk = chunking.chunk();
    return new OperationSize.Part(
        (double) chunk.left().entries() + chunk.right().entries(),
        chunk.result().entries(),
        chunking.work(),
        Convolver.work(chunk, exact()),
        encode,
        decode);
  }

  /** In units of ‖A‖·‖B‖, Frobenius norms, as {@link ConvolutionRounding} bounds it. */
  @Override
  public PlanPrecision precision(Plan plan, Requirement requirement) {
    if (exact()) {
      return PlanPrecision.bound(numbers.errorBound());
    }
    Code code = plan.code();
    Chunking chunking = chunking((ConvolutionParameters) code.parameters());
    Convolution chunk = chunking.chunk();
    double[] left = PrecisionForecast.magnitudes(code, 0, 0);
    double[] right = PrecisionForecast.magnitudes(code, 1, 0);
    double[] a = PrecisionForecast.blockSizes(code, 0, 0);
    double[] b = PrecisionForecast.blockSizes(code, 1, 0);
    double terms = Math.min(chunk.left().entries(), chunk.right().entries());
    int overlaps = chunking.overlaps();
    double units = terms + a.length + b.length + 4.0 * plan.answers() + 8 + overlaps;
    DecodingResidual residual =
        ((ConvolutionCode) code)
            .residual(
                code.encoding(0, RealField.instance()).coefficients(),
                code.encoding(1, RealField.instance()).coefficients());
    ResponderSurvey bounds =
        PrecisionForecast.survey(
            code,
            1,
            worker -> units * PrecisionForecast.UNIT * left[worker] * right[worker],
            UnseenLies.NONE, // checks are for exact arithmetic
            decoding -> residual.bounds(decoding, a, b));
    return PlanPrecision.bound(bounds.times(overlaps));
  }

  /** Every chunk of A with every chunk of B, or with its own where those alone are wanted. */
  @Override
  public Optional<Plan> plain(Requirement requirement, int copies) {
    Operation.Convolution operation = Chunking.operation(whole);
    int most = requirement.workers() / copies;
    int bestP = 0;
    int bestQ = 0;
    for (int p = 1; p <= Math.min(most, operation.left()); p++) {
      int q = operation.contraction() ? p : Math.min(most / p, operation.right());
      if (bestP == 0 || operation.chunk(p, q) < operation.chunk(bestP, bestQ)) {
        bestP = p;
        bestQ = q;
      }
    }
    if (bestP == 0) {
      return Optional.empty();
    }
    int tasks = operation.contraction() ? bestP : bestP * bestQ;
    RepeatedMapParameters repeated = new RepeatedMapParameters(requirement.workers(), tasks);
    return Optional.of(
        size()
            .plan(
                new RepeatedMapCode(repeated),
                repeated.recoveryThreshold(),
                part(new Chunking(whole, bestP, bestQ), 0, 0)));
  }
}
