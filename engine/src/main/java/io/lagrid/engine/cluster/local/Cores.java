package io.lagrid.engine.cluster.local;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Hands waiting tasks to idle workers, the oldest first, at most so many at a time. A semaphore
 * would bound the number as well, but leave the order to the scheduler of threads.
 *
 * <p>Thread-safe.
 */
final class Cores {

  private final Deque<Assignment> waiting = new ArrayDeque<>();
  private final BitSet busy = new BitSet();
  private int free;

  Cores(int count) {
    free = count;
  }

  /** The task of one of a round's dispatches, for one worker. */
  record Assignment(LocalRound round, int index, LocalWorker worker) {}

  synchronized void queue(LocalRound round, List<LocalWorker> workers) {
    for (int i = 0; i < round.dispatches().size(); i++) {
      int index = i;
      workers.forEach(worker -> waiting.add(new Assignment(round, index, worker)));
    }
    handOut();
  }

  /** The worker has done its task; its core is free again. */
  synchronized void done(int worker) {
    busy.clear(worker);
    free++;
    handOut();
  }

  synchronized void forget(LocalRound round) {
    waiting.removeIf(assignment -> assignment.round() == round);
  }

  synchronized void clear() {
    waiting.clear();
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void handOut() {
    Iterator<Assignment> oldest = waiting.iterator();
    while (free > 0 && oldest.hasNext()) {
      Assignment next = oldest.next();
      if (!busy.get(next.worker().number())) {
        oldest.remove();
        busy.set(next.worker().number());
        free--;
        next.worker().accept(next);
      }
    }
  }
}
