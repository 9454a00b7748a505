package io.lagrid.engine.job;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.engine.round.RoundListener;
import java.time.Duration;
import java.util.Optional;

/**
 * By which rules the rounds of a job run, and with what. Confined to one thread at a time, because
 * the source of secrets is.
 *
 * @param located how many liars the decoder has to locate by itself
 * @param timeout when to give up waiting for answers, or empty for never
 * @param secrets where noise and secret vectors come from
 * @param kernels what encodes, verifies and decodes
 * @param listener told of every event of every round
 */
public record JobRules(
    int located,
    Optional<Duration> timeout,
    Randomness secrets,
    Kernels kernels,
    RoundListener listener) {

  /** The clock reading at which a round that starts now gives up. */
  long deadline(long nowNanos) {
    Duration left = Duration.ofNanos(Long.MAX_VALUE - nowNanos);
    return timeout
        .filter(limit -> limit.compareTo(left) < 0)
        .map(limit -> nowNanos + limit.toNanos())
        .orElse(Long.MAX_VALUE);
  }
}
