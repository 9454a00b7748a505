package io.lagrid.engine.simulate;

import io.lagrid.engine.simulate.Slots.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * One round of speculative execution, from event to event: a task is done, or a look finds a task
 * that has run too long. Looks that would find nothing are skipped. Confined to one thread.
 */
final class SpeculativeRound {

  private final Speculation rules;
  private final Slots slots;
  private final int tasks;
  private final List<Task> unfinished = new ArrayList<>();
  private final List<Task> pending = new ArrayList<>(); // speculatable, no copy yet; a stack
  private final List<Double> durations = new ArrayList<>(); // of finished tasks, ascending

  SpeculativeRound(int tasks, Speculation rules, Slots slots) {
    this.tasks = tasks;
    this.rules = rules;
    this.slots = slots;
    for (int task = 0; task < tasks; task++) {
      unfinished.add(new Task(task));
    }
  }

  /** A task and its attempts; it is speculatable once. */
  private static final class Task {
    private final int number;
    private final List<Attempt> running = new ArrayList<>();
    private final List<Integer> seenBy = new ArrayList<>();
    private boolean speculatable;

    Task(int number) {
      this.number = number;
    }

    double launch() {
      return running.get(0).launch();
    }
  }

  RoundTiming play() {
    for (Task task : unfinished) {
      launch(task, task.number, 0);
    }
    double now = 0;
    while (!unfinished.isEmpty()) {
      Attempt first = slots.first();
      double look = nextLook(now);
      if (first == null && look == Double.POSITIVE_INFINITY) {
        return slots.timing(Double.POSITIVE_INFINITY);
      }
      if (first == null || look < first.finish()) {
        now = look;
        mark(now);
      } else {
        now = first.finish();
        finish(first);
      }
      launchCopies(now);
    }
    return slots.timing(now);
  }

  private void launch(Task task, int worker, double now) {
    task.running.add(slots.launch(task.number, worker, now));
    task.seenBy.add(worker);
  }

  /** The next look that finds something; infinite if none does before a task is done. */
  private double nextLook(double now) {
    if (tasks == 1 || durations.size() < rules.finishedBefore(tasks)) {
      return Double.POSITIVE_INFINITY;
    }
    double threshold = threshold();
    double next = Double.POSITIVE_INFINITY;
    for (Task task : unfinished) {
      if (!task.speculatable) {
        next = Math.min(next, rules.firstLook(task.launch(), threshold));
      }
    }
    return Math.max(next, rules.lookFrom(now));
  }

  private void mark(double now) {
    double threshold = threshold();
    for (Task task : unfinished) {
      if (!task.speculatable && now - task.launch() > threshold) {
        task.speculatable = true;
        pending.add(task);
      }
    }
  }

  private double threshold() {
    return rules.threshold(durations.get(durations.size() / 2));
  }

  private void finish(Attempt attempt) {
    Task task = task(attempt.task());
    for (Attempt each : task.running) {
      slots.end(each, attempt.finish());
    }
    unfinished.remove(task);
    pending.remove(task);
    double duration = attempt.finish() - attempt.launch();
    int place = Collections.binarySearch(durations, duration);
    durations.add(place < 0 ? -place - 1 : place, duration);
  }

  private Task task(int number) {
    for (Task task : unfinished) {
      if (task.number == number) {
        return task;
      }
    }
    throw new AssertionError("task " + number + " is done");
  }

  private void launchCopies(double now) {
    for (int i = pending.size() - 1; i >= 0; i--) {
      Task task = pending.get(i);
      OptionalInt worker = slots.idle(task.seenBy);
      if (worker.isPresent()) {
        pending.remove(i);
        launch(task, worker.getAsInt(), now);
      }
    }
  }
}
