package io.lagrid.codes.approximate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When an approximate decoder has enough, and what it assumes about the answers.
 *
 * @param answers stop at so many answers, at the latest
 * @param relativeError stop as soon as the estimated relative error is at most this; 0 to wait for
 *     all the answers
 * @param adversaries A, how many answers may be anything at all
 * @param noise the noise model: honest answers lie on a smooth curve, but for independent errors of
 *     this root mean square in every projection; 0 if they are computed without noise
 * @param smoothing λ, or empty to choose it by cross-validation
 */
public record EstimateWanted(
    int answers, double relativeError, int adversaries, double noise, OptionalDouble smoothing) {

  /** Checks that counts and errors are not negative. */
  public EstimateWanted {
    if (answers < 1 || adversaries < 0 || !(relativeError >= 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "%d answers, %d adversaries, relative error %s, noise %s; at least 1 answer and nothing"
                  .formatted(answers, adversaries, relativeError, noise)
              + " negative is legal");
    }
  }

  /** All of this many answers, honest and without noise. */
  public static EstimateWanted from(int answers) {
    return new EstimateWanted(answers, 0, 0, 0, OptionalDouble.empty());
  }

  /** The same, but satisfied with that error. */
  public EstimateWanted until(double error) {
    return new EstimateWanted(answers, error, adversaries, noise, smoothing);
  }

  /** The same with so many adversaries. */
  public EstimateWanted adversaries(int count) {
    return new EstimateWanted(answers, relativeError, count, noise, smoothing);
  }

  /** The same with that noise in honest answers. */
  public EstimateWanted noise(double deviation) {
    return new EstimateWanted(answers, relativeError, adversaries, deviation, smoothing);
  }

  /** The same with λ given. */
  public EstimateWanted smoothing(double given) {
    return new EstimateWanted(answers, relativeError, adversaries, noise, OptionalDouble.of(given));
  }

  /**
   * Why the answers waited for do not suffice to tell liars apart, and how many would; empty if
   * they do.
   *
   * @param blocks K + T, how many blocks the encoded curve passes
   * @param quorum how many answers give some estimate
   */
  public Optional<String> objection(int blocks, int quorum) {
    int least = LiarSearch.leastAnswers(blocks, adversaries, quorum);
    return adversaries > 0 && answers < least
        ? Optional.of(
            "locating %d adversaries on a curve through %d blocks needs %d answers; %d are waited for"
                .formatted(adversaries, blocks, least, answers))
        : Optional.empty();
  }
}
