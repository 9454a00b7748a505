package io.lagrid.engine.campaign;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.lagrange.LagrangeParameters;
import io.lagrid.codes.rateless.LtCode;
import io.lagrid.codes.rateless.LtParameters;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the mathematics says of one round, worked out without the code's own tables. */
final class Expectations {

  private final Schedule schedule;
  private final RunReport report;
  private final int round;
  private final Map<Integer, Fault> faults = new TreeMap<>();

  Expectations(Schedule schedule, RunReport report, int round) {
    this.schedule = schedule;
    this.report = report;
    this.round = round;
    for (FaultSpec.Entry entry : schedule.faults().entries()) {
      faults.put(((FaultSpec.Who.Named) entry.who()).worker(), entry.fault());
    }
  }

  /** R by the formula of the paper. */
  int threshold() {
    int colluders = schedule.settings().tolerance().colluders();
    CodeParameters code = report.code();
    if (code instanceof ConvolutionParameters chunks) {
      return colluders == 0
          ? chunks.p() + chunks.q() - 1
          : 2 * (chunks.p() + chunks.q() + colluders) - 3;
    }
    if (code instanceof LagrangeParameters lagrange) {
      return lagrange.degree() * (lagrange.dataPoints() + colluders - 1) + 1;
    }
    if (plain()) {
      int tasks = tasks();
      return code.code().equals("uncoded")
          ? tasks
          : schedule.workers() - schedule.workers() / tasks + 1;
    }
    return schedule
        .settings()
        .partition()
        .map(cut -> threshold(cut, colluders))
        .orElse(code.recoveryThreshold());
  }

  private int threshold(Partition cut, int colluders) {
    return switch (report.code().code()) {
      case "entangled", "polynomial", "matdot" ->
          (int) cut.blockProducts() + cut.p() - 1 + 2 * colluders;
      case "mds", "low-weight" -> cut.m();
      default -> report.code().recoveryThreshold();
    };
  }

  /** How many plain blocks there are. */
  private int tasks() {
    return PlanSizes.plainBlocks(report.code()).orElseThrow();
  }

  /** Whether the result is an estimate from any number of answers. */
  boolean estimates() {
    return awaited() > 0;
  }

  private int awaited() {
    return schedule.job().awaited(schedule.workers(), schedule.settings());
  }

  private int located() {
    return schedule.settings().verification() == Verification.NONE && !estimates()
        ? schedule.settings().tolerance().adversaries()
        : 0;
  }

  private boolean plain() {
    return List.of("repetition", "uncoded").contains(report.code().code());
  }

  /** How many answers were heard and found sound. */
  int sound() {
    return report.workersThat(Fate.USED).size() + report.workersThat(Fate.SPARE).size();
  }

  /** Whether the honest answers that were heard give the result, whoever else answered. */
  boolean decodable() {
    List<Integer> honest =
        sound(Double.POSITIVE_INFINITY).stream().filter(worker -> !lies(worker)).toList();
    return suffice(honest);
  }

  private boolean suffice(List<Integer> honest) {
    if (estimates()) {
      return honest.size() >= threshold() && nobodyLies(); // else it may not be known who does
    }
    if (rateless()) {
      return fullRank(honest);
    }
    return plain() ? everyTask(honest) : honest.size() >= threshold() + located();
  }

  private boolean rateless() {
    return report.code().code().equals("lt");
  }

  /** Sums of row blocks: whether the sets give every block. */
  private boolean fullRank(List<Integer> workers) {
    LtCode code = new LtCode((LtParameters) report.code());
    Matrix all = code.encoding(0, RealField.instance()).coefficients();
    Matrix rows = Matrix.zeros(workers.size(), all.columns());
    for (int i = 0; i < workers.size(); i++) {
      rows.block(i, 0, 1, all.columns()).write(all.block(workers.get(i), 0, 1, all.columns()));
    }
    return workers.size() >= all.columns()
        && LinearSystems.rank(RealField.instance(), rows) == all.columns();
  }

  private boolean nobodyLies() {
    return schedule.settings().tolerance().adversaries() == 0
        && faults.values().stream().noneMatch(Fault.Lie.class::isInstance);
  }

  private boolean lies(int worker) {
    return faults.get(worker) instanceof Fault.Lie;
  }

  /** Whether the result could not be had before the last answer that was heard. */
  boolean endedInTime() {
    if (estimates()) {
      boolean allHeard = report.workersThat(Fate.LATE).isEmpty();
      return offered() == awaited() || (offered() < awaited() && allHeard);
    }
    if (!plain() && !rateless()) {
      return sound() == threshold() + located();
    }
    List<WorkerTimeline> heard =
        report.workers().stream()
            .filter(worker -> worker.fate() == Fate.USED || worker.fate() == Fate.SPARE)
            .sorted(Comparator.comparingDouble(WorkerTimeline::arrival))
            .toList();
    double last = heard.get(heard.size() - 1).arrival();
    return decodable() && !suffice(sound(last));
  }

  /** How many answers were taken for sound when they came. */
  private int offered() {
    return (int)
        report.workers().stream()
            .filter(
                worker ->
                    worker.fate() == Fate.USED
                        || worker.fate() == Fate.SPARE
                        || (worker.fate() == Fate.REJECTED
                            && worker.note().contains("out of line")))
            .count();
  }

  /** The workers whose sound answers came before a time. */
  private List<Integer> sound(double before) {
    return report.workers().stream()
        .filter(worker -> worker.fate() == Fate.USED || worker.fate() == Fate.SPARE)
        .filter(worker -> worker.arrival() < before)
        .map(WorkerTimeline::worker)
        .toList();
  }

  /** Plain block products: every task needs A + 1 sound answers that agree. */
  private boolean everyTask(List<Integer> workers) {
    int[] answers = new int[tasks()];
    workers.forEach(worker -> answers[worker % answers.length]++);
    for (int count : answers) {
      if (count <= located()) {
        return false;
      }
    }
    return true;
  }

  /** Whether nobody who lied was believed; an estimate is judged by its error. */
  boolean liarsRejected() {
    return estimates() || report.workersThat(Fate.USED).stream().noneMatch(this::lies);
  }

  /** Whether enough honest workers answer in the end. */
  boolean mustSucceed() {
    TreeSet<Integer> honest = new TreeSet<>();
    for (int worker = 0; worker < report.code().workers(); worker++) {
      Fault fault = faults.get(worker);
      boolean crashed =
          fault instanceof Fault.Crash crash
              && round >= crash.after()
              && (crash.rounds() == Fault.Crash.FOR_GOOD || round < crash.after() + crash.rounds());
      if (!crashed && !lies(worker) && !schedule.silent().contains(worker)) {
        honest.add(worker);
      }
    }
    return suffice(List.copyOf(honest));
  }
}
