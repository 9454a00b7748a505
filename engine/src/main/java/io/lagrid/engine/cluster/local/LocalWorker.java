package io.lagrid.engine.cluster.local;

import io.lagrid.engine.cluster.Worker;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** A worker and its thread, which takes one task at a time from its mailbox. Thread-safe. */
final class LocalWorker {

  private final int number;
  private final Worker worker;
  private final Cores cores;
  private final CountDownLatch running;
  private final BlockingQueue<Cores.Assignment> mailbox = new ArrayBlockingQueue<>(1);
  private final Thread thread;
  private volatile boolean stopped;

  LocalWorker(int number, Worker worker, Cores cores, CountDownLatch running) {
    this.number = number;
    this.worker = worker;
    this.cores = cores;
    this.running = running;
    thread = new Thread(this::work, "lagrid-worker-" + number);
    thread.setDaemon(true);
  }

  int number() {
    return number;
  }

  Worker worker() {
    return worker;
  }

  void start() {
    thread.start();
  }

  /** Hands over a task; the worker is idle, so that its mailbox is empty. */
  void accept(Cores.Assignment assignment) {
    mailbox.add(assignment);
  }

  void stop() {
    stopped = true;
    thread.interrupt();
  }

  private void work() {
    while (!stopped) {
      try {
        compute(mailbox.take());
      } catch (InterruptedException e) {
        // The condition tells whether it came from stop() or astray.
      }
    }
    running.countDown();
  }

  private void compute(Cores.Assignment assignment) {
    LocalRound round = assignment.round();
    int index = assignment.index();
    try {
      if (!round.cancelled()) {
        round.deliver(index, worker.run(round.dispatches().get(index), round));
      }
    } finally {
      cores.done(number);
    }
  }
}
