package io.lagrid.cli.command;

import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.engine.round.RoundListener;
import java.io.PrintStream;

/**
 * A bar on a terminal that fills as answers arrive: {@code [#####....] 5 of 9 answers, 1 rejected}.
 * Elsewhere, and when it is to be quiet, nothing. Confined to the coordinator's thread.
 */
final class Progress implements RoundListener, AutoCloseable {

  private static final int WIDTH = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;
  private int rejected;
  private int lost;

  /** A bar on the terminal's standard error. */
  Progress(Terminal terminal, boolean quiet) {
    this.err = terminal.err();
    this.shown = terminal.interactive() && !quiet;
  }

  /** Says what happens now. */
  void stage(String what) {
    if (shown) {
      err.print(CLEAR + what + "…");
      err.flush();
    }
  }

  @Override
  public void heard(WorkerTimeline timeline, int sound, int threshold) {
    rejected += timeline.fate() == Fate.REJECTED ? 1 : 0;
    lost += timeline.fate() == Fate.LOST ? 1 : 0;
    if (shown) {
      err.print(CLEAR + bar(sound, threshold) + troubles());
      err.flush();
    }
  }

  static String bar(int sound, int threshold) {
    int full = threshold == 0 ? WIDTH : Math.min(WIDTH, WIDTH * sound / threshold);
    return "[%s%s] %d of %d answers"
        .formatted("#".repeat(full), ".".repeat(WIDTH - full), sound, threshold);
  }

  private String troubles() {
    return (rejected > 0 ? ", " + rejected + " rejected" : "")
        + (lost > 0 ? ", " + lost + " lost" : "");
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
