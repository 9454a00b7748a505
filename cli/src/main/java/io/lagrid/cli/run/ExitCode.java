package io.lagrid.cli.run;

/** What the process ends with. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** Our own bug. */
  public static final int BUG = 1;

  /** Bad usage or bad input. */
  public static final int BAD_INPUT = 2;

  /** The answers cannot give the result. */
  public static final int NO_RESULT = 3;

  /** The cluster failed. */
  public static final int CLUSTER_FAILED = 4;

  private ExitCode() {}
}
