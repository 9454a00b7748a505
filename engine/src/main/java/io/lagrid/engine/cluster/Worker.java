package io.lagrid.engine.cluster;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker's side of a cluster: the shares it holds, and tasks run on them. Every cluster uses it
 * where its workers live, be that a thread, a virtual machine of Spark or a process elsewhere.
 *
 * <p>Thread-safe.
 */
public final class Worker {

  private final int number;
  private final Clock clock;
  private final Supplier<? extends Kernels> kernels;
  private final Map<ShareKey, Share> shares = new ConcurrentHashMap<>();
  private volatile @Nullable Kernels provider;

  /**
   * A worker that holds nothing.
   *
   * @param number its number in the cluster
   * @param clock measures how long tasks take
   * @param kernels asked once, by the first task
   */
  public Worker(int number, Clock clock, Supplier<? extends Kernels> kernels) {
    this.number = number;
    this.clock = clock;
    this.kernels = kernels;
  }

  /**
   * Keeps a share until it is released.
   *
   * @param share retained; not modified
   * @throws IllegalStateException if a share is held under that key
   */
  public void place(ShareKey key, Share share) {
    if (shares.putIfAbsent(key, share) != null) {
      throw new IllegalStateException(
          "worker %d already holds a share under job %d, operand %d"
              .formatted(number, key.job(), key.operand()));
    }
  }

  /** Drops the share under the key, if there is one. */
  public void release(ShareKey key) {
    shares.remove(key);
  }

  /** Drops every share. */
  public void releaseAll() {
    shares.clear();
  }

  /** How many shares it holds. */
  public int held() {
    return shares.size();
  }

  /**
   * Runs the dispatch's task on the calling thread.
   *
   * @return the answer; or lost if a share is missing or the task throws anything, errors such as
   *     {@link OutOfMemoryError} and the cancellation's exception included
   */
  public WorkerEvent run(Dispatch dispatch, Cancellation cancellation) {
    List<Share> operands = new ArrayList<>();
    for (ShareKey key : dispatch.operands()) {
      Share share = shares.get(key);
      if (share == null) {
        return lost(
            dispatch,
            "holds no share under job %d, operand %d".formatted(key.job(), key.operand()));
      }
      operands.add(share);
    }
    try {
      return answer(dispatch, operands, cancellation);
    } catch (Throwable failure) { // whatever a task does, the worker lives on
      return lost(dispatch, reason(dispatch, failure));
    }
  }

  private WorkerEvent answer(Dispatch dispatch, List<Share> operands, Cancellation cancellation) {
    Kernels chosen = provider;
    if (chosen == null) {
      chosen = kernels.get();
      provider = chosen;
    }
    long start = clock.nanos();
    Block answer = dispatch.task().compute(operands, chosen, cancellation);
    long nanos = clock.nanos() - start;
    if (answer == null) { // a task of someone else's may be careless
      return lost(dispatch, dispatch.task().getClass().getSimpleName() + " gave no block");
    }
    return new WorkerEvent.Answered(number, dispatch.round(), answer, nanos);
  }

  private WorkerEvent lost(Dispatch dispatch, String reason) {
    return new WorkerEvent.Lost(number, dispatch.round(), reason);
  }

  private static String reason(Dispatch dispatch, Throwable failure) {
    try {
      return dispatch.task().getClass().getSimpleName() + " failed: " + failure;
    } catch (Throwable again) { // no memory left for the text, or a careless message
      return "the task failed";
    }
  }
}
