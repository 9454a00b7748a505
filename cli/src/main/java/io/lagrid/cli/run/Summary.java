package io.lagrid.cli.run;

import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.Operation;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run in a few lines of text. */
public final class Summary {

  private Summary() {}

  /** The code, the workers and the stages. */
  public static List<String> of(RunReport run) {
    List<String> lines = new ArrayList<>();
    String needed =
        run.operation() instanceof Operation.Map ? "%d answers or more of %d" : "%d of %d answers";
    lines.add(
        "code %s (%s): %s needed"
            .formatted(
                run.code().code(),
                PlanRow.written(run.code().named()),
                needed.formatted(run.code().recoveryThreshold(), run.code().workers())));
    lines.add(workers(run));
    run.stored().forEach(operand -> lines.add(Figures.stored(operand)));
    RunReport.StageSeconds seconds = run.seconds();
    lines.add(
        "%s: plan %s, encode %s, wait %s (verify %s of it), decode %s"
            .formatted(
                Figures.seconds(seconds.total()),
                Figures.seconds(seconds.plan()),
                Figures.seconds(seconds.encode()),
                Figures.seconds(seconds.await()),
                Figures.seconds(seconds.verify()),
                Figures.seconds(seconds.decode())));
    return lines;
  }

  private static String workers(RunReport run) {
    List<String> parts = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<Integer> workers = run.workersThat(fate);
      if (!workers.isEmpty()) {
        parts.add(fate.name().toLowerCase(Locale.ROOT) + " " + Figures.list(workers));
      }
    }
    return "workers " + String.join("; ", parts);
  }

  /** What the arithmetic guarantees. */
  public static String guarantee(RunReport run) {
    if (run.errorBound() == 0) {
      return "exact";
    }
    return "%s, every entry within %s·%s"
        .formatted(
            run.arithmetic().exact() ? "fixed point" : "floating point",
            Figures.significant(run.errorBound()),
            run.operation().errorUnit());
  }
}
