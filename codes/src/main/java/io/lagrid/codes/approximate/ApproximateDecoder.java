package io.lagrid.codes.approximate;

import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;

/**
 * Collects answers that are estimated from, not decoded exactly. {@link #offer} says "enough" when
 * the wanted error is reached or the wanted number of answers has come; {@link #outcome} may be
 * asked at any time, also before that, for the estimate so far:
 *
 * <ul>
 *   <li>{@link Decoding.Decodable} as soon as there is an estimate at all;
 *   <li>{@link Decoding.TooFew} while there is none;
 *   <li>{@link Decoding.Inconsistent} when some answers do not fit the others and it cannot be told
 *       which are wrong.
 * </ul>
 *
 * <p>Projections are scalars sᵀYr (or any other linear functional) of the answers, the same for all
 * answers; without them λ is not chosen, errors are not estimated and liars not located.
 */
public interface ApproximateDecoder extends Decoder {

  /**
   * What the answers offered so far amount to; {@link Estimate#NONE} while there is no estimate.
   */
  Estimate estimate();
}
