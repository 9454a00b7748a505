package io.lagrid.engine.report;

/**
 * One worker's part in a round. Times are seconds after the dispatch, on the coordinator's clock.
 *
 * @param worker its number
 * @param fate what became of it
 * @param arrival when its answer or the news of its loss arrived; NaN if nothing did
 * @param compute how many seconds it says the task took; NaN if unknown
 * @param note why it was rejected or lost; empty otherwise
 * @param place where it ran, as its cluster says; empty if it does not
 */
public record WorkerTimeline(
    int worker, Fate fate, double arrival, double compute, String note, String place) {

  /** A worker of a cluster that says nothing of places. */
  public WorkerTimeline(int worker, Fate fate, double arrival, double compute, String note) {
    this(worker, fate, arrival, compute, note, "");
  }

  /** The same worker and times, with another fate. */
  public WorkerTimeline with(Fate fate, String note) {
    return new WorkerTimeline(worker, fate, arrival, compute, note, place);
  }
}
