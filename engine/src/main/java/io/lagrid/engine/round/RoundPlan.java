package io.lagrid.engine.round;

import io.lagrid.codes.Decoder;

/**
 * How one round's answers are judged and collected.
 *
 * @param round the round's number; events of other rounds are ignored
 * @param workers how many workers were asked
 * @param threshold how many answers give the result if nobody lies; for progress
 * @param check judges every answer on arrival
 * @param decoder a fresh decoder
 * @param deadlineNanos the clock reading at which to give up; {@link Long#MAX_VALUE} for never
 * @param listener told of every event
 */
public record RoundPlan(
    long round,
    int workers,
    int threshold,
    AnswerCheck check,
    Decoder decoder,
    long deadlineNanos,
    RoundListener listener) {}
