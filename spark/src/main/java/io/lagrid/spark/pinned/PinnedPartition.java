package io.lagrid.spark.pinned;

import org.apache.spark.Partition;

/** A partition that is a call; it travels inside the one task that runs it. */
final class PinnedPartition implements Partition {

  private static final long serialVersionUID = 1;

  private final int index;
  private final String executor;
  private final Call call;

  PinnedPartition(int index, String executor, Call call) {
    this.index = index;
    this.executor = executor;
    this.call = call;
  }

  @Override
  public int index() {
    return index;
  }

  String executor() {
    return executor;
  }

  Call call() {
    return call;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }
}
