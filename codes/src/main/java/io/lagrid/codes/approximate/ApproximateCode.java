package io.lagrid.codes.approximate;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.CodeParameters;
import java.util.List;

/**
 * A code for any function f over the reals, from any number of answers: worker i receives u(β_i)
 * for a smooth curve u that passes the data blocks X_k at points α_k, and answers f(u(β_i)); the
 * estimate of f(X_k) is the value at α_k of a curve drawn by the answers. More answers, and
 * smoother curves, make it better. Nothing is exact, and every estimate comes with one of its
 * error.
 *
 * <p>Both maps are linear: the {@link #encoding} and the {@link #estimator} are small matrices, as
 * with every {@link Code}. Where f takes several operands, all are encoded alike. The {@link
 * CodeParameters#recoveryThreshold()} is the quorum: so many answers give some estimate.
 */
public interface ApproximateCode extends Code {

  /**
   * The map from the answers of some workers to the estimates of f(X_1), …, f(X_K).
   *
   * @param responders as many distinct workers as the quorum or more, in column order
   * @param smoothing λ ≥ 0, how much noise in the answers is smoothed away; of no effect where the
   *     curve is an interpolating one
   * @return K rows, one column per responder; a new matrix
   * @throws IllegalArgumentException if there are fewer responders than the quorum
   */
  Matrix estimator(List<Integer> responders, double smoothing);

  /** Points on the line at which the workers' shares lie, by worker; a new array. */
  double[] workerPoints();

  /**
   * A decoder for one round.
   *
   * @param wanted when to stop, and what to make of the answers
   */
  ApproximateDecoder newDecoder(EstimateWanted wanted);

  /**
   * {@inheritDoc}
   *
   * <p>This one waits for all answers and is content with what there is when nothing more comes.
   *
   * @throws UnsupportedOperationException if the arithmetic is not real
   */
  @Override
  default ApproximateDecoder newDecoder(Arithmetic arithmetic, int adversaries) {
    if (arithmetic.exact()) {
      throw new UnsupportedOperationException(
          "%s estimates over the reals, not over %s"
              .formatted(parameters().code(), arithmetic.planes()));
    }
    return newDecoder(EstimateWanted.from(parameters().workers()).adversaries(adversaries));
  }
}
