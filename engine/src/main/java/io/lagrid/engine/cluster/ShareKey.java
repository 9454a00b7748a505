package io.lagrid.engine.cluster;

import java.io.Serializable;

/**
 * Names one encoded operand of one job; its shares, one per worker, are placed under it.
 *
 * @param job a number unique within the cluster's life
 * @param operand which operand of the job
 */
public record ShareKey(long job, int operand) implements Serializable {

  private static final long serialVersionUID = 1;
}
