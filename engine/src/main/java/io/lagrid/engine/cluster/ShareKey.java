package io.lagrid.engine.cluster;

/**
 * Names one encoded operand of one job; its shares, one per worker, are placed under it.
 *
 * @param job a number unique within the cluster's life
 * @param operand which operand of the job
 */
public record ShareKey(long job, int operand) {}
