package io.lagrid.engine.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * What every worker is asked to do in one round.
 *
 * @param round a number unique within the cluster's life; answers carry it back
 * @param task the computation
 * @param operands the keys of the task's operands, in its order
 */
public record Dispatch(long round, Task task, List<ShareKey> operands) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Copies the list. */
  public Dispatch {
    operands = List.copyOf(operands);
  }
}
