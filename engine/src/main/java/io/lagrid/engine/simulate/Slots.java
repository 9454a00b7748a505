package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Workers with one slot each, and the attempts that run in them. Time is the caller's. Confined to
 * one thread.
 */
final class Slots {

  private final TaskLoad load;
  private final RoundDelays delays;
  private final Randomness choices;
  private final int[] attempts;
  private final BitSet busy = new BitSet();
  private final int workers;
  private final Queue<Attempt> running =
      new PriorityQueue<>(
          Comparator.comparingDouble(Attempt::finish).thenComparingInt(Attempt::worker));
  private double busySeconds;
  private int launched;

  Slots(int workers, TaskLoad load, RoundDelays delays, Randomness choices) {
    this.workers = workers;
    this.load = load;
    this.delays = delays;
    this.choices = choices;
    attempts = new int[workers];
  }

  /** A task that runs on a worker, and when it would be done. */
  record Attempt(int task, int worker, double launch, double finish) {}

  Attempt launch(int task, int worker, double now) {
    double seconds = load.seconds(delays.seconds(worker, attempts[worker]++));
    Attempt attempt = new Attempt(task, worker, now, now + seconds);
    busy.set(worker);
    running.add(attempt);
    launched++;
    return attempt;
  }

  /** The attempt that is done first; null if none ever is. */
  @Nullable Attempt first() {
    Attempt first = running.peek();
    return first == null || first.finish == Double.POSITIVE_INFINITY ? null : first;
  }

  /** The attempt is done, or stopped. */
  void end(Attempt attempt, double now) {
    running.remove(attempt);
    busy.clear(attempt.worker);
    busySeconds += now - attempt.launch;
  }

  /** An idle worker, each equally likely, other than some. */
  OptionalInt idle(List<Integer> others) {
    List<Integer> idle = new ArrayList<>();
    for (int w = busy.nextClearBit(0); w < workers; w = busy.nextClearBit(w + 1)) {
      if (!others.contains(w)) {
        idle.add(w);
      }
    }
    return idle.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(idle.get(choices.nextInt(idle.size())));
  }

  RoundTiming timing(double end) {
    return new RoundTiming(end, busySeconds, launched);
  }
}
