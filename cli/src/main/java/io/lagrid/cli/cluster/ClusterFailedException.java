package io.lagrid.cli.cluster;

/** A cluster could not be reached, or failed as a whole. The message is one line for people. */
public final class ClusterFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ClusterFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
