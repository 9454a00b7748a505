package io.lagrid.cli.report;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Price;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs made up by hand: every fate, a failure, and the extremes. */
final class SampleRuns {

  private static final double NEVER = Double.NaN;

  private SampleRuns() {}

  /** The parameters of a code that needs no construction. */
  record Sample(
      String code, int workers, int recoveryThreshold, int colluders, Map<String, Integer> named)
      implements CodeParameters {}

  static Sample entangled(int workers) {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("p", 2);
    named.put("m", 1);
    named.put("n", 3);
    return new Sample("entangled", workers, 7, 0, named);
  }

  /** Twelve workers: seven used, one spare, two late, one rejected, one lost. */
  static RunReport eventful() {
    List<WorkerTimeline> workers =
        List.of(
            new WorkerTimeline(0, Fate.USED, .0812, .061, ""),
            new WorkerTimeline(1, Fate.USED, .0934, .0602, ""),
            new WorkerTimeline(2, Fate.LATE, NEVER, NEVER, ""),
            new WorkerTimeline(3, Fate.USED, .1287, .0631, ""),
            new WorkerTimeline(4, Fate.USED, .1411, .0619, ""),
            new WorkerTimeline(5, Fate.LOST, .0402, NEVER, "connection <reset> by \"peer\" & gone"),
            new WorkerTimeline(6, Fate.USED, .1679, .0605, ""),
            new WorkerTimeline(
                7, Fate.REJECTED, .0977, .0609, "its answer is not the product of its shares"),
            new WorkerTimeline(8, Fate.USED, .1893, .0611, ""),
            new WorkerTimeline(9, Fate.USED, .2127, .0615, ""),
            new WorkerTimeline(10, Fate.LATE, NEVER, NEVER, ""),
            new WorkerTimeline(11, Fate.SPARE, .2127, .0608, ""));
    return new RunReport(
        Operation.Product.of(1797, 64, 300),
        entangled(12),
        new Tolerance(3, 1, 0),
        new RunReport.ArithmeticReport(true, List.of(8380417, 8273921), 0, 0),
        workers,
        0,
        new Price(.4061, 4.873, 2.3333, .16667, 2.0),
        11_500_800,
        new RunReport.StageSeconds(.0021, .0487, .2127, .0314, .0288, .2923),
        new RunReport.Traffic(5_271_552, 28_752_000),
        List.of());
  }

  /** Three workers at two places; of the last one, the cluster has told nothing yet. */
  static RunReport placed() {
    List<Measure> measured =
        List.of(
            new Measure("tasks", Measure.Unit.COUNT, 2),
            new Measure("task time", Measure.Unit.SECONDS, .0712),
            new Measure("sent back", Measure.Unit.BYTES, 80_512));
    List<WorkerTimeline> workers =
        List.of(
            new WorkerTimeline(0, Fate.USED, .05, .02, "", "executor 1 on <b>", measured),
            new WorkerTimeline(1, Fate.USED, .06, .03, "", "executor 1 on <b>", measured),
            new WorkerTimeline(2, Fate.LATE, NEVER, NEVER, "", "executor 0 on a", List.of()));
    return new RunReport(
        Operation.Product.of(4, 4, 4),
        new Sample("mds", 3, 2, 0, ordered("m", 2)),
        new Tolerance(1, 0, 0),
        new RunReport.ArithmeticReport(true, List.of(8380417), 0, 0),
        workers,
        0,
        new Price(.5, 3, 1, .5, 1.5),
        32,
        new RunReport.StageSeconds(.001, .002, .06, .001, .003, .066),
        new RunReport.Traffic(100, 200),
        List.of());
  }

  static ReportContent eventfulPage() {
    List<PlanRow> plans = new ArrayList<>();
    plans.add(
        new PlanRow("entangled", entangled(12).named(), 7, .4061, 4.873, 2.3333, .16667, null));
    plans.add(new PlanRow("matdot", ordered("p", 4), 7, .25, 3, 7, .25, null));
    plans.add(
        new PlanRow("repetition", ordered("K", 3, "copies", 4), 9, .51, 6.12, 1, .33333, null));
    plans.add(PlanRow.refused("uncoded", "tolerates no stragglers; 3 are to be tolerated"));
    return new ReportContent(
        "Digits & friends: XᵀX <exactly>",
        eventful(),
        Optional.empty(),
        List.of("Equal to the product computed directly, entry by entry (4096 entries)."),
        plans);
  }

  /** Three workers, too few answers. */
  static RunReport failed() {
    List<WorkerTimeline> workers =
        List.of(
            new WorkerTimeline(0, Fate.SPARE, .5, .5, ""),
            new WorkerTimeline(1, Fate.LOST, .0, NEVER, "crashed on purpose"),
            new WorkerTimeline(2, Fate.LATE, NEVER, NEVER, ""));
    return new RunReport(
        Operation.Product.of(4, 4, 4),
        new Sample("polynomial", 3, 2, 1, ordered("p", 1)),
        new Tolerance(1, 0, 1),
        new RunReport.ArithmeticReport(true, List.of(8380417), 20, 22),
        workers,
        Double.NaN,
        new Price(1, 3, 2, 1, 3),
        64,
        new RunReport.StageSeconds(0, 0, 2, 0, 0, 2),
        new RunReport.Traffic(100, 0),
        List.of());
  }

  private static Map<String, Integer> ordered(String name, int value) {
    return Map.of(name, value);
  }

  private static Map<String, Integer> ordered(String first, int value, String second, int other) {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put(first, value);
    named.put(second, other);
    return named;
  }
}
