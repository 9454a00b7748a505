package io.lagrid.cli.report;

import io.lagrid.engine.report.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What a report page tells. Immutable.
 *
 * @param title the headline
 * @param run what happened
 * @param failure why there is no result; empty if there is one
 * @param findings further sentences, such as the outcome of a check
 * @param plans the codes side by side, best first; may be empty
 */
public record ReportContent(
    String title,
    RunReport run,
    Optional<String> failure,
    List<String> findings,
    List<PlanRow> plans) {

  /** Copies the lists. */
  public ReportContent {
    findings = List.copyOf(findings);
    plans = List.copyOf(plans);
  }

  /** A page that tells of a run only. */
  public static ReportContent of(String title, RunReport run) {
    return new ReportContent(title, run, Optional.empty(), List.of(), List.of());
  }
}
