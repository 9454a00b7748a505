package io.lagrid.engine.forecast;

/**
 * How long a plan is expected to take.
 *
 * @param expectedSeconds encoding, the round on average, decoding
 * @param p99Seconds the same with a round that is longer in one of a hundred runs
 * @param encodeSeconds the coordinator's part before the round
 * @param decodeSeconds the coordinator's part after the round
 */
public record Forecast(
    double expectedSeconds, double p99Seconds, double encodeSeconds, double decodeSeconds) {}
