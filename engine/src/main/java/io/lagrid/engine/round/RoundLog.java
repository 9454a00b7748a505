package io.lagrid.engine.round;

import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What was heard of every worker in a round, in seconds since its start. Confined to one thread.
 */
public final class RoundLog {

  private final long startNanos;
  private final List<WorkerTimeline> workers = new ArrayList<>();

  RoundLog(int workers, long startNanos, IntFunction<String> places) {
    this.startNanos = startNanos;
    for (int worker = 0; worker < workers; worker++) {
      this.workers.add(unheard(worker, places.apply(worker)));
    }
  }

  private static WorkerTimeline unheard(int worker, String place) {
    return new WorkerTimeline(worker, Fate.LATE, Double.NaN, Double.NaN, "", place, List.of());
  }

  /** The timeline of one worker so far; late until it is heard of. */
  public WorkerTimeline of(int worker) {
    return workers.get(worker);
  }

  /** The timelines of all workers, by number. */
  List<WorkerTimeline> timelines() {
    return List.copyOf(workers);
  }

  void record(int worker, Fate fate, long nowNanos, double compute, String note) {
    double arrival = (nowNanos - startNanos) * 1e-9;
    workers.set(
        worker,
        new WorkerTimeline(worker, fate, arrival, compute, note, of(worker).place(), List.of()));
  }

  void use(int worker) {
    WorkerTimeline t = workers.get(worker);
    workers.set(worker, t.with(Fate.USED, t.note()));
  }

  void reject(int worker, String note) {
    WorkerTimeline t = workers.get(worker);
    workers.set(worker, t.with(Fate.REJECTED, note));
  }

  /** The first worker of whom was heard why it is lost or its answer does not count. */
  Optional<WorkerTimeline> firstLostOrRejected() {
    return workers.stream()
        .filter(t -> t.fate() == Fate.LOST || t.fate() == Fate.REJECTED)
        .filter(t -> !t.note().isBlank())
        .reduce((first, other) -> other.arrival() < first.arrival() ? other : first);
  }

  List<Integer> workersThat(Fate fate) {
    return workers.stream().filter(t -> t.fate() == fate).map(WorkerTimeline::worker).toList();
  }
}
