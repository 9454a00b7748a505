package io.lagrid.engine.report;

import io.lagrid.engine.cluster.Measure;
import java.util.List;

/**
 * One worker's part in a round. Times are seconds after the dispatch, on the coordinator's clock.
 *
 * @param worker its number
 * @param fate what became of it
 * @param arrival when its answer or the news of its loss arrived; NaN if nothing did
 * @param compute how many seconds it says the task took; NaN if unknown
 * @param note why it was rejected or lost; empty otherwise
 * @param place where it ran, as its cluster says; empty if it does not
 * @param measured what its cluster had measured at that place when the report was made
 */
public record WorkerTimeline(
    int worker,
    Fate fate,
    double arrival,
    double compute,
    String note,
    String place,
    List<Measure> measured) {

  /** Copies the list. */
  public WorkerTimeline {
    measured = List.copyOf(measured);
  }

  /** A worker of a cluster that says nothing of places and measures nothing. */
  public WorkerTimeline(int worker, Fate fate, double arrival, double compute, String note) {
    this(worker, fate, arrival, compute, note, "", List.of());
  }

  /** The same worker and times, with another fate. */
  public WorkerTimeline with(Fate fate, String note) {
    return new WorkerTimeline(worker, fate, arrival, compute, note, place, measured);
  }

  /** The same worker with what its cluster measured. */
  public WorkerTimeline with(List<Measure> found) {
    return new WorkerTimeline(worker, fate, arrival, compute, note, place, found);
  }
}
