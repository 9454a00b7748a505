package io.lagrid.spark.pinned;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkContext;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Visits on their way. A visit that landed elsewhere is sent again as a job of its own when a slot
 * of its executor becomes free, or after a pause that doubles from attempt to attempt.
 *
 * <p>{@link #cancel()} may be called by any thread; the rest runs on the courier's.
 */
public final class Delivery {

  private static final int FAILED_JOBS = 2;
  private static final long FIRST_PAUSE = 10; // milliseconds
  private static final int DOUBLINGS = 7;

  private final Courier courier;
  private final Labels labels;
  private final List<Visit> visits;
  private final Receiver receiver;
  private final BitSet open = new BitSet();
  private final BitSet waiting = new BitSet();
  private final int[] landedElsewhere;
  private final int[] failedJobs;
  private final Queue<Job> jobs = new ConcurrentLinkedQueue<>();
  private volatile boolean cancelled;

  Delivery(Courier courier, Labels labels, List<Visit> visits, Receiver receiver) {
    this.courier = courier;
    this.labels = labels;
    this.visits = List.copyOf(visits);
    this.receiver = receiver;
    this.landedElsewhere = new int[visits.size()];
    this.failedJobs = new int[visits.size()];
    open.set(0, visits.size());
  }

  /** Stops what runs, by interruption, and forgets the rest; nobody is told. Returns at once. */
  public void cancel() {
    cancelled = true;
    jobs.forEach(Job::cancel);
    courier.over(this);
  }

  /**
   * Where Spark may run copies of tasks, each visit is a job of its own: Spark does not make copies
   * in a stage of one task, unless a duration is set from which on it does.
   */
  void begin() {
    List<Integer> all = IntStream.range(0, visits.size()).boxed().toList();
    if (courier.copies()) {
      all.forEach(visit -> submit(List.of(visit)));
    } else if (!all.isEmpty()) {
      submit(all);
    }
  }

  void gone(Executor executor, String reason) {
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      if (visits.get(i).executor().equals(executor)) {
        fail(i, "%s is gone: %s".formatted(executor, reason));
      }
    }
  }

  void freed(String executor) {
    for (int i = waiting.nextSetBit(0); i >= 0; i = waiting.nextSetBit(i + 1)) {
      if (visits.get(i).executor().id().equals(executor)) {
        again(i);
      }
    }
  }

  void abandon(String reason) {
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      fail(i, reason);
    }
  }

  private void submit(List<Integer> indices) {
    SparkContext context = courier.context();
    List<Visit> chosen = indices.stream().map(visits::get).toList();
    PinnedRdd calls = new PinnedRdd(context, chosen);
    calls.setName(labels.description());
    List<Object> partitions = new ArrayList<>(IntStream.range(0, chosen.size()).boxed().toList());
    labels.submit(
        context,
        () -> {
          FutureAction<Object> job =
              context.<PinnedPartition, Object, Object>submitJob(
                  calls,
                  new PinnedTask(courier.copies()),
                  PinnedRdd.seq(partitions),
                  new Handler(indices),
                  new Nothing());
          jobs.add(new Job(indices, job));
          job.onComplete(new Ending(indices), Desk.of(courier));
        });
    if (cancelled) {
      jobs.forEach(Job::cancel);
    }
  }

  private void arrived(int visit, Object answer) {
    if (cancelled || !open.get(visit)) {
      return;
    }
    if (answer instanceof byte[] bytes) {
      close(visit);
      receiver.answered(visit, bytes);
    } else {
      elsewhere(visit, String.valueOf(answer));
    }
  }

  private void elsewhere(int visit, String landed) {
    Executor home = visits.get(visit).executor();
    int count = ++landedElsewhere[visit];
    var gone = courier.attendance().whyGone(home);
    if (gone.isPresent()) {
      gone(home, gone.get());
    } else if (count >= courier.attempts()) {
      fail(
          visit,
          "%s had no free slot: %d tasks for it landed elsewhere, the last on executor %s"
              .formatted(home, count, landed));
    } else {
      waiting.set(visit);
      courier.later(FIRST_PAUSE << Math.min(count - 1, DOUBLINGS), () -> again(visit));
    }
  }

  private void again(int visit) {
    if (!cancelled && waiting.get(visit)) {
      waiting.clear(visit);
      try {
        submit(List.of(visit));
      } catch (IllegalStateException stopped) { // the application ended meanwhile
        fail(visit, String.valueOf(stopped.getMessage()));
      }
    }
  }

  private void jobFailed(List<Integer> indices, Throwable failure) {
    for (int visit : indices) {
      if (cancelled || !open.get(visit) || waiting.get(visit)) {
        continue;
      }
      var gone = courier.attendance().whyGone(visits.get(visit).executor());
      if (gone.isPresent()) {
        gone(visits.get(visit).executor(), gone.get());
      } else if (++failedJobs[visit] >= FAILED_JOBS) {
        fail(visit, String.valueOf(failure.getMessage()).lines().findFirst().orElse("failed"));
      } else {
        waiting.set(visit);
        again(visit);
      }
    }
  }

  private void fail(int visit, String reason) {
    close(visit);
    receiver.failed(visit, reason);
  }

  /** Ends the visit, and its own job with it: a lost executor's task may still look for a place. */
  private void close(int visit) {
    open.clear(visit);
    waiting.clear(visit);
    jobs.stream().filter(job -> job.indices().equals(List.of(visit))).forEach(Job::cancel);
    if (open.isEmpty()) {
      cancel();
    }
  }

  /** A job of Spark's, and the visits it makes. */
  private record Job(List<Integer> indices, FutureAction<?> future) {

    void cancel() {
      future.cancel();
    }
  }

  /** Takes results on the scheduler's event loop and hands them on. */
  private final class Handler extends AbstractFunction2<Object, Object, BoxedUnit> {

    private final List<Integer> indices;

    Handler(List<Integer> indices) {
      this.indices = indices;
    }

    @Override
    public BoxedUnit apply(Object partition, Object answer) {
      int visit = indices.get((Integer) partition);
      courier.execute(() -> arrived(visit, answer));
      return BoxedUnit.UNIT;
    }
  }

  /** Hears of the end of a job. */
  private final class Ending extends AbstractFunction1<Try<Object>, Object> {

    private final List<Integer> indices;

    Ending(List<Integer> indices) {
      this.indices = indices;
    }

    @Override
    public Object apply(Try<Object> end) {
      if (end.isFailure()) {
        jobFailed(indices, end.failed().get());
      }
      return BoxedUnit.UNIT;
    }
  }

  /** The result of a job whose results were handed on one by one. */
  private static final class Nothing extends AbstractFunction0<Object> implements Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public Object apply() {
      return BoxedUnit.UNIT;
    }
  }
}
