package io.lagrid.engine.cluster;

/**
 * A cluster could not be reached, or has ended as a whole by itself: nothing its user did is wrong.
 * The message is one line for people.
 */
public final class ClusterFailedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** A failure seen by the cluster itself. */
  public ClusterFailedException(String message) {
    super(message);
  }

  /** A failure seen in another exception. */
  public ClusterFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
