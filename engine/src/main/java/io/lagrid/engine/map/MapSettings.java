package io.lagrid.engine.map;

import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.approximate.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How a function is estimated. Immutable; each {@code with…} method returns a changed copy.
 *
 * <p>{@link #DEFAULT}: the planner's curves, from all answers but those of the stragglers, λ by
 * cross-validation, answers without noise, blocks put into a good order, and masking noise as large
 * as the largest entry.
 *
 * @param scheme which curves, or empty for the planner to choose
 * @param targetError stop as soon as the estimated relative error is at most this; 0 to wait for
 *     all answers but those of the stragglers
 * @param smoothing λ of the decoder, or empty to choose it by cross-validation
 * @param answerNoise the deviation of the noise in honest answers, in every projection, that liars
 *     are told from; 0 if workers compute without noise
 * @param maskingNoise σ, the deviation of the noise that hides blocks from colluders, in units of
 *     the largest magnitude of an entry; of no effect without colluders
 * @param ordered whether to put the blocks into an order along which they change little
 * @param enough asked after every answer, with the estimate so far, whether to stop
 */
public record MapSettings(
    Optional<CurveScheme> scheme,
    double targetError,
    OptionalDouble smoothing,
    double answerNoise,
    double maskingNoise,
    boolean ordered,
    Predicate<Estimate> enough) {

  /** Never satisfied, and therefore not asked. */
  static final Predicate<Estimate> NEVER = estimate -> false;

  /** See the class comment. */
  public static final MapSettings DEFAULT =
      new MapSettings(Optional.empty(), 0, OptionalDouble.empty(), 0, 1, true, NEVER);

  /** Checks that no error and no noise is negative, and that there is noise to hide with. */
  public MapSettings {
    if (!(targetError >= 0) || !(answerNoise >= 0) || !(maskingNoise > 0)) {
      throw new IllegalArgumentException(
          "target error %s, noise of answers %s, masking noise %s; no negative ones, and a positive"
                  .formatted(targetError, answerNoise, maskingNoise)
              + " masking noise, are legal");
    }
  }

  /** The same with other curves. */
  public MapSettings withScheme(CurveScheme other) {
    return new MapSettings(
        Optional.of(other), targetError, smoothing, answerNoise, maskingNoise, ordered, enough);
  }

  /** The same, stopping at that relative error. */
  public MapSettings withTargetError(double error) {
    return new MapSettings(scheme, error, smoothing, answerNoise, maskingNoise, ordered, enough);
  }

  /** The same with λ given. */
  public MapSettings withSmoothing(double given) {
    return new MapSettings(
        scheme, targetError, OptionalDouble.of(given), answerNoise, maskingNoise, ordered, enough);
  }

  /** The same with so much noise in honest answers. */
  public MapSettings withAnswerNoise(double deviation) {
    return new MapSettings(
        scheme, targetError, smoothing, deviation, maskingNoise, ordered, enough);
  }

  /** The same with so much noise to hide blocks with. */
  public MapSettings withMaskingNoise(double deviation) {
    return new MapSettings(scheme, targetError, smoothing, answerNoise, deviation, ordered, enough);
  }

  /** The same with the blocks in the order they are given in. */
  public MapSettings inGivenOrder() {
    return new MapSettings(
        scheme, targetError, smoothing, answerNoise, maskingNoise, false, enough);
  }

  /** The same with somebody who sees every estimate and may say that it is good enough. */
  public MapSettings until(Predicate<Estimate> satisfied) {
    return new MapSettings(
        scheme, targetError, smoothing, answerNoise, maskingNoise, ordered, satisfied);
  }
}
