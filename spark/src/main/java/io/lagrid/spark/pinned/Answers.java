package io.lagrid.spark.pinned;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Collects a delivery's answers for somebody who waits for all of them. Thread-safe. */
final class Answers implements Receiver {

  private final Map<Integer, byte[]> answers = new TreeMap<>(); // guarded by this
  private final CountDownLatch all;

  Answers(int visits) {
    all = new CountDownLatch(visits);
  }

  @Override
  public void answered(int visit, byte[] answer) {
    synchronized (this) {
      answers.put(visit, answer);
    }
    all.countDown();
  }

  @Override
  public void failed(int visit, String reason) {
    all.countDown();
  }

  /** Given when every visit is over. */
  CountDownLatch all() {
    return all;
  }

  /** The answers so far, by visit. */
  synchronized Map<Integer, byte[]> soFar() {
    return new TreeMap<>(answers);
  }
}
