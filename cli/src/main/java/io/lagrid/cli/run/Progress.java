package io.lagrid.cli.run;

import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.engine.round.RoundListener;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A bar on a terminal that fills as answers arrive: {@code [#####....] 5 of 9 answers, 1 rejected}.
 * Elsewhere, and when it is to be quiet, nothing; when it is to be verbose, a line per answer.
 * Confined to the coordinator's thread.
 */
public final class Progress implements RoundListener, AutoCloseable {

  private static final int WIDTH = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean lines;
  private final boolean shown;
  private int rejected;
  private int lost;

  /** Progress on the terminal's standard error. */
  public Progress(Terminal terminal, OutputOptions telling) {
    this.err = terminal.err();
    this.lines = telling.verbose();
    this.shown = terminal.interactive() && !telling.quiet() && !lines;
  }

  /** An event as one line. */
  public static String event(WorkerTimeline worker, int sound, int threshold) {
    String what =
        switch (worker.fate()) {
          case USED, SPARE -> "answered (%d of %d)".formatted(sound, threshold);
          case REJECTED -> "answered wrongly, and was caught";
          case LATE -> "is late";
          case LOST -> "is lost: " + worker.note();
        };
    return String.format(
        Locale.ROOT, "%8.3f s  worker %-3d %s", worker.arrival(), worker.worker(), what);
  }

  /** Says what happens now. */
  public void stage(String what) {
    if (shown) {
      err.print(CLEAR + what + "…");
      err.flush();
    }
  }

  @Override
  public void heard(WorkerTimeline timeline, int sound, int threshold) {
    rejected += timeline.fate() == Fate.REJECTED ? 1 : 0;
    lost += timeline.fate() == Fate.LOST ? 1 : 0;
    if (lines) {
      err.println(event(timeline, sound, threshold));
    }
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

  @Override
  public void close() {
    clear();
  }

  /** Clears the line. */
  public void clear() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
