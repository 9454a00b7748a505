package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Speculation by the letter of its rules: every look is taken, and everything is found by scanning.
 * The twin of {@link SpeculativeRound}.
 */
final class NaiveSpeculation {

  private final int tasks;
  private final Speculation rules;
  private final RoundDelays delays;
  private final Randomness choices;
  private final List<double[]> attempts = new ArrayList<>(); // task, worker, launch, finish
  private final boolean[] done;
  private final boolean[] speculatable;
  private final List<Integer> waiting = new ArrayList<>();
  private final List<Double> durations = new ArrayList<>();

  NaiveSpeculation(int tasks, Speculation rules, RoundDelays delays, Randomness choices) {
    this.tasks = tasks;
    this.rules = rules;
    this.delays = delays;
    this.choices = choices;
    done = new boolean[tasks];
    speculatable = new boolean[tasks];
  }

  double play() {
    for (int task = 0; task < tasks; task++) {
      launch(task, task, 0);
    }
    double end = 0;
    for (int look = 1; durations.size() < tasks; look++) {
      double time = look * rules.intervalSeconds();
      for (double[] next = next(time); next != null; next = next(time)) {
        finish(next);
        end = next[3];
        copies(end);
      }
      if (durations.size() < tasks) {
        look(time);
        copies(time);
      }
    }
    return end;
  }

  private void launch(int task, int worker, double now) {
    int earlier = (int) attempts.stream().filter(a -> a[1] == worker).count();
    attempts.add(new double[] {task, worker, now, now + delays.seconds(worker, earlier)});
  }

  private boolean runs(double[] attempt) {
    return !done[(int) attempt[0]];
  }

  private double[] next(double until) {
    double[] first = null;
    for (double[] attempt : attempts) {
      if (runs(attempt)
          && attempt[3] <= until
          && (first == null
              || attempt[3] < first[3]
              || (attempt[3] == first[3] && attempt[1] < first[1]))) {
        first = attempt;
      }
    }
    return first;
  }

  private void finish(double[] attempt) {
    done[(int) attempt[0]] = true;
    waiting.remove((Integer) (int) attempt[0]);
    durations.add(attempt[3] - attempt[2]);
  }

  private void look(double time) {
    if (tasks == 1 || durations.size() < rules.finishedBefore(tasks)) {
      return;
    }
    double[] sorted = durations.stream().mapToDouble(d -> d).sorted().toArray();
    double threshold =
        Math.max(rules.multiplier() * sorted[sorted.length / 2], rules.minimumSeconds());
    for (int task = 0; task < tasks; task++) {
      if (!done[task] && !speculatable[task] && time - attempts.get(task)[2] > threshold) {
        speculatable[task] = true;
        waiting.add(task);
      }
    }
  }

  private void copies(double now) {
    for (int i = waiting.size() - 1; i >= 0; i--) {
      int task = waiting.get(i);
      int[] idle =
          IntStream.range(0, tasks)
              .filter(w -> attempts.stream().noneMatch(a -> a[1] == w && runs(a)))
              .filter(w -> attempts.stream().noneMatch(a -> a[1] == w && a[0] == task))
              .toArray();
      if (idle.length > 0) {
        waiting.remove(i);
        launch(task, idle[choices.nextInt(idle.length)], now);
      }
    }
  }

  @Override
  public String toString() {
    return attempts.stream().map(Arrays::toString).toList().toString();
  }
}
