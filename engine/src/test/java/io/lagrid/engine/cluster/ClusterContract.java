package io.lagrid.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every cluster keeps. A cluster joins by a subclass that says how one is opened and what it
 * retains.
 */
@Timeout(30)
public abstract class ClusterContract {

  /** Enough workers to outnumber the cores. */
  protected static final int WORKERS = 5;

  private static final long FOREVER = Long.MAX_VALUE;
  private static final ShareKey LEFT = new ShareKey(1, 0);
  private static final ShareKey RIGHT = new ShareKey(1, 1);

  private TaskLog log;
  private Cluster cluster;

  /**
   * Opens a cluster. In virtual time, worker 0 answers first, and not before 1 ms has passed.
   *
   * @param workers how many
   */
  protected abstract Cluster open(int workers);

  /** How many shares, rounds and waiting tasks the cluster holds on to. */
  protected abstract int retained(Cluster cluster);

  /** A log that the cluster's workers can write to; published if they are other processes. */
  protected TaskLog newLog() {
    return new TaskLog();
  }

  /**
   * Whether tasks that wait when a round is closed never start; otherwise those may that word of
   * the closing has not reached yet.
   */
  protected boolean closesAtOnce() {
    return true;
  }

  @BeforeEach
  final void openCluster() {
    log = newLog();
    cluster = open(WORKERS);
  }

  @AfterEach
  final void closeCluster() {
    cluster.close();
    log.close();
  }

  @Test
  void everyWorkerAnswersFromItsOwnShares() throws InterruptedException {
    place(LEFT, 0);
    place(RIGHT, 100);
    Map<Integer, WorkerEvent> events = run(new Dispatch(1, Probe.sum(log), List.of(LEFT, RIGHT)));

    assertThat(events).hasSize(WORKERS);
    events.forEach(
        (worker, event) ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    Answered.class,
                    answered -> {
                      assertThat(answered.answer()).isEqualTo(Probe.block(100 + 2.0 * worker));
                      assertThat(answered.round()).isEqualTo(1);
                      assertThat(answered.computeNanos()).isNotNegative();
                    }));
  }

  @Test
  void numbersItsWorkersFromZero() {
    assertThat(cluster.workers()).isEqualTo(WORKERS);
    assertThatThrownBy(() -> cluster.place(LEFT, WORKERS, Probe.share(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cluster.place(LEFT, -1, Probe.share(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aWorkerHoldsOneShareUnderAKey() {
    cluster.place(LEFT, 0, Probe.share(0));
    assertThatThrownBy(() -> cluster.place(LEFT, 0, Probe.share(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("worker 0");
    cluster.release(LEFT);
    cluster.place(LEFT, 0, Probe.share(2));
    cluster.release(new ShareKey(99, 0));
  }

  @Test
  void sharesStayBetweenRounds() throws InterruptedException {
    place(LEFT, 0);
    for (int round = 0; round < 3; round++) {
      place(RIGHT, round * 10);
      Map<Integer, WorkerEvent> events =
          run(new Dispatch(round, Probe.sum(log), List.of(LEFT, RIGHT)));
      for (int worker = 0; worker < WORKERS; worker++) {
        assertAnswer(events.get(worker), round * 10 + 2.0 * worker);
      }
      cluster.release(RIGHT);
    }
  }

  @Test
  void roundsOverlap() throws InterruptedException {
    place(LEFT, 0);
    place(RIGHT, 100);
    try (Round first = cluster.start(new Dispatch(1, Probe.sum(log), List.of(LEFT)));
        Round second = cluster.start(new Dispatch(2, Probe.sum(log), List.of(RIGHT)))) {
      Map<Integer, WorkerEvent> ofSecond = drain(second);
      Map<Integer, WorkerEvent> ofFirst = drain(first);
      for (int worker = 0; worker < WORKERS; worker++) {
        assertAnswer(ofFirst.get(worker), worker);
        assertAnswer(ofSecond.get(worker), 100 + worker);
        assertThat(ofSecond.get(worker).round()).isEqualTo(2);
      }
    }
  }

  @Test
  void twoOpenRoundsHaveTwoNumbers() {
    place(LEFT, 0);
    Dispatch dispatch = new Dispatch(7, spinAllBut(-1), List.of(LEFT));
    try (Round round = cluster.start(dispatch)) {
      assertThat(round).isNotNull();
      assertThatThrownBy(() -> cluster.start(dispatch))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("7");
    }
  }

  @Test
  void aDeadlineEndsTheWait() throws InterruptedException {
    place(LEFT, 0);
    try (Round round = cluster.start(new Dispatch(1, spinAllBut(-1), List.of(LEFT)))) {
      assertThat(round.next(Long.MIN_VALUE)).isNull();
      assertThat(round.next(cluster.clock().nanos())).isNull();
      long deadline = cluster.clock().nanos() + 100_000;
      assertThat(round.next(deadline)).isNull();
      assertThat(cluster.clock().nanos()).isGreaterThanOrEqualTo(deadline);
    }
  }

  @Test
  void aWorkerWithoutTheShareIsLost() throws InterruptedException {
    place(LEFT, 0);
    for (int worker = 0; worker < WORKERS; worker++) {
      if (worker != 2) {
        cluster.place(RIGHT, worker, Probe.share(worker));
      }
    }
    Map<Integer, WorkerEvent> events = run(new Dispatch(1, Probe.sum(log), List.of(LEFT, RIGHT)));
    assertLost(events.get(2), "no share under job 1, operand 1");
    assertAnswer(events.get(3), 6);
    assertThat(events).hasSize(WORKERS);
  }

  @Test
  void neverComputesOneWorkersShareAtAnother() throws InterruptedException {
    place(LEFT, 0);
    Probe task = new Probe(log.number(), 1, Behaviour.FAILS);
    assertLost(run(new Dispatch(1, task, List.of(LEFT))).get(1), "");
    assertThat(log.started())
        .as("each share is computed on once, lost or not")
        .containsExactlyInAnyOrderElementsOf(marks());
  }

  @Test
  void aFailingTaskLosesItsWorkerForThatRoundOnly() throws InterruptedException {
    place(LEFT, 0);
    Map<Behaviour, String> reasons =
        Map.of(
            Behaviour.FAILS, "a bad day",
            Behaviour.RUNS_OUT_OF_MEMORY, "no room",
            Behaviour.GIVES_NOTHING, "no block");
    long round = 0;
    for (Map.Entry<Behaviour, String> entry : reasons.entrySet()) {
      Probe task = new Probe(log.number(), 3, entry.getKey());
      Map<Integer, WorkerEvent> events = run(new Dispatch(++round, task, List.of(LEFT)));
      assertLost(events.get(3), entry.getValue());
      assertAnswer(events.get(4), 4);
      assertThat(events).hasSize(WORKERS);
    }
    Map<Integer, WorkerEvent> after = run(new Dispatch(9, Probe.sum(log), List.of(LEFT)));
    assertAnswer(after.get(3), 3);
  }

  @Test
  void closingARoundStopsItsTasks() throws InterruptedException {
    place(LEFT, 0);
    Round round = cluster.start(new Dispatch(1, spinAllBut(0), List.of(LEFT)));
    assertAnswer(round.next(FOREVER), 0);
    round.close();
    round.close();
    assertThat(round.next(FOREVER)).isNull();
    log.awaitIdle();
    int started = closesAtOnce() ? log.started().size() : WORKERS;
    run(new Dispatch(2, Probe.sum(log), List.of(LEFT)));
    assertThat(log.started())
        .as("what had not started never does")
        .hasSizeLessThanOrEqualTo(started + WORKERS);
  }

  @Test
  void closingTheClusterLosesTheWorkersThatStillOwe() throws InterruptedException {
    place(LEFT, 0);
    Round round = cluster.start(new Dispatch(1, spinAllBut(0), List.of(LEFT)));
    assertAnswer(round.next(FOREVER), 0);
    cluster.close();
    Map<Integer, WorkerEvent> events = drain(round);
    assertThat(events.keySet()).containsExactly(1, 2, 3, 4);
    events.values().forEach(event -> assertLost(event, "closed"));
    round.close();
    log.awaitIdle();
  }

  @Test
  void aClosedClusterRefusesWork() {
    cluster.close();
    cluster.close();
    assertThat(cluster.workers()).isEqualTo(WORKERS);
    assertThat(cluster.clock().nanos()).isNotNegative();
    cluster.release(LEFT);
    assertThatThrownBy(() -> cluster.place(LEFT, 0, Probe.share(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> cluster.start(new Dispatch(1, Probe.sum(log), List.of(LEFT))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThat(retained(cluster)).isZero();
  }

  @Test
  void twentyRoundsLeaveNothingBehind() throws InterruptedException {
    place(LEFT, 0);
    int before = retained(cluster);
    for (int i = 0; i < 20; i++) {
      place(RIGHT, i);
      Task task = i % 2 == 0 ? Probe.sum(log) : spinAllBut(0);
      Round round = cluster.start(new Dispatch(i, task, List.of(LEFT, RIGHT)));
      if (i % 2 == 0) {
        assertThat(drain(round)).hasSize(WORKERS);
      } else {
        assertThat(round.next(FOREVER)).isNotNull();
      }
      round.close();
      cluster.release(RIGHT);
      assertThat(retained(cluster)).as("after round %d", i).isEqualTo(before);
    }
    cluster.release(LEFT);
    assertThat(retained(cluster)).isZero();
  }

  private Probe spinAllBut(double odd) {
    return new Probe(log.number(), odd, Behaviour.OTHERS_SPIN);
  }

  /** Places the share offset + i on worker i. */
  private void place(ShareKey key, double offset) {
    for (int worker = 0; worker < WORKERS; worker++) {
      cluster.place(key, worker, Probe.share(offset + worker));
    }
  }

  private Map<Integer, WorkerEvent> run(Dispatch dispatch) throws InterruptedException {
    try (Round round = cluster.start(dispatch)) {
      return drain(round);
    }
  }

  /** Every event by worker; fails if a worker gives two. */
  private static Map<Integer, WorkerEvent> drain(Round round) throws InterruptedException {
    Map<Integer, WorkerEvent> events = new TreeMap<>();
    for (WorkerEvent event = round.next(FOREVER); event != null; event = round.next(FOREVER)) {
      assertThat(events.put(event.worker(), event)).as("a second event of %s", event).isNull();
    }
    assertThat(round.next(FOREVER)).isNull();
    return events;
  }

  private static List<Double> marks() {
    return IntStream.range(0, WORKERS).asDoubleStream().boxed().toList();
  }

  private static void assertAnswer(WorkerEvent event, double sum) {
    assertThat(event)
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.answer()).isEqualTo(Probe.block(sum)));
  }

  private static void assertLost(WorkerEvent event, String reason) {
    assertThat(event)
        .isInstanceOfSatisfying(Lost.class, lost -> assertThat(lost.reason()).contains(reason));
  }
}
