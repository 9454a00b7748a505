package io.lagrid.engine.report;

/**
 * The answers could not give the result: too few, too contradictory, or too late. The message says
 * how many answered, how many were needed and who is suspected.
 */
public final class ComputationFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Failure failure;
  private final transient RunReport report;

  ComputationFailedException(Failure failure, RunReport report) {
    super(failure.message());
    this.failure = failure;
    this.report = report;
  }

  /** Why. */
  public Failure failure() {
    return failure;
  }

  /** The story of the run. */
  public RunReport report() {
    return report;
  }
}
