package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.simulate.Slots.Attempt;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One worker per task; a task without an answer by its timeout is stopped and started afresh on an
 * idle worker other than the one that failed it, as soon as there is one, with twice the timeout,
 * so that no task is retried for ever.
 *
 * @param name what reports call it
 * @param workers N
 * @param tasks K, from 1 to N; task w starts at worker w
 * @param timeoutSeconds of the first attempts, positive
 * @param load every task
 */
public record Retried(String name, int workers, int tasks, double timeoutSeconds, TaskLoad load)
    implements Strategy {

  /** Doubled more often than this, a timeout is longer than anything. */
  private static final int MOST_RETRIES = 60;

  /** Checks the range. */
  public Retried {
    Replicated.checkTasks(tasks, workers);
    if (!(timeoutSeconds > 0)) {
      throw new IllegalArgumentException(
          "a timeout of " + timeoutSeconds + " s; a positive one is legal");
    }
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    return new Run(new Slots(workers, load, delays, choices)).play();
  }

  /** A task that waits for a worker, and who failed it last. */
  private record Waiting(int task, int failedBy) {}

  /** One round. Confined to one thread. */
  private final class Run {

    private final Slots slots;
    private final @Nullable Attempt[] current = new Attempt[tasks];
    private final int[] tries = new int[tasks];
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    Run(Slots slots) {
      this.slots = slots;
    }

    RoundTiming play() {
      for (int task = 0; task < tasks; task++) {
        current[task] = slots.launch(task, task, 0);
      }
      double now = 0;
      for (int left = tasks; left > 0; launchWaiting(now)) {
        Attempt first = slots.first();
        int late = firstLate();
        double timeout = late < 0 ? Double.POSITIVE_INFINITY : deadline(late);
        if (first != null && first.finish() <= timeout) {
          now = first.finish();
          slots.end(first, now);
          current[first.task()] = null;
          left--;
        } else if (late < 0) {
          return slots.timing(Double.POSITIVE_INFINITY);
        } else {
          now = timeout;
          stop(late, now);
        }
      }
      return slots.timing(now);
    }

    private void stop(int task, double now) {
      Attempt attempt = attempt(task);
      slots.end(attempt, now);
      current[task] = null;
      tries[task]++;
      waiting.add(new Waiting(task, attempt.worker()));
    }

    /** The task whose timeout comes first; −1 if none has one. */
    private int firstLate() {
      int first = -1;
      for (int task = 0; task < tasks; task++) {
        if (current[task] != null && (first < 0 || deadline(task) < deadline(first))) {
          first = task;
        }
      }
      return first >= 0 && deadline(first) < Double.POSITIVE_INFINITY ? first : -1;
    }

    private double deadline(int task) {
      return tries[task] >= MOST_RETRIES || workers == 1
          ? Double.POSITIVE_INFINITY
          : attempt(task).launch() + Math.scalb(timeoutSeconds, tries[task]);
    }

    private Attempt attempt(int task) {
      Attempt attempt = current[task];
      if (attempt == null) {
        throw new AssertionError("task " + task + " does not run");
      }
      return attempt;
    }

    private void launchWaiting(double now) {
      for (int i = waiting.size(); i > 0; i--) {
        Waiting next = waiting.remove();
        OptionalInt worker = slots.idle(List.of(next.failedBy));
        if (worker.isPresent()) {
          current[next.task] = slots.launch(next.task, worker.getAsInt(), now);
        } else {
          waiting.add(next);
        }
      }
    }
  }
}
