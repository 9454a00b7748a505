package io.lagrid.spark;

import io.lagrid.spark.pinned.Executor;
import java.util.List;

/** The application has not executors enough to keep the workers as far apart as was asked for. */
public final class TooFewExecutorsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int workers;
  private final long available;

  TooFewExecutorsException(int workers, Separation separation, List<Executor> executors) {
    super(message(workers, separation, executors));
    this.workers = workers;
    this.available = separation.parties(executors);
  }

  /** How many workers were asked for. */
  public int workers() {
    return workers;
  }

  /** How many workers could be seated. */
  public long available() {
    return available;
  }

  private static String message(int workers, Separation separation, List<Executor> executors) {
    if (separation == Separation.NONE) {
      return "no executor came for %d workers".formatted(workers);
    }
    return "%d workers, at most one per %s, need %d of them; there are %d: %s. Start more, ask for"
            .formatted(workers, separation, workers, separation.parties(executors), executors)
        + " fewer workers, or, if nobody is to be kept from learning or lying, choose separation"
        + " none";
  }
}
