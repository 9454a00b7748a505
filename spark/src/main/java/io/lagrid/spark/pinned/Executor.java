package io.lagrid.spark.pinned;

/**
 * An executor of the application.
 *
 * @param id Spark's id for it, never used again once it is gone
 * @param host the host it runs on
 */
public record Executor(String id, String host) {

  /** The executor as people are told of it. */
  @Override
  public String toString() {
    return "executor %s on %s".formatted(id, host);
  }
}
