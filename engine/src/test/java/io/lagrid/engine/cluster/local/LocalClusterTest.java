package io.lagrid.engine.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalClusterTest extends ClusterContract {

  private static final long FOREVER = Long.MAX_VALUE;
  private static final ShareKey KEY = new ShareKey(5, 0);

  private final TaskLog log = new TaskLog();

  @Override
  protected Cluster open(int workers) {
    return openOn(2, workers);
  }

  @Override
  protected int retained(Cluster cluster) {
    LocalCluster local = (LocalCluster) cluster;
    return local.heldShares() + local.openRounds() + local.waitingTasks();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void noMoreTasksRunThanThereAreCores() throws InterruptedException {
    for (int cores = 1; cores <= 3; cores++) {
      try (TaskLog own = new TaskLog();
          LocalCluster cluster = placed(cores, 8)) {
        Probe gated = new Probe(own.number(), -1, Behaviour.OTHERS_IGNORE_CANCELLATION);
        try (Round round = cluster.start(new Dispatch(1, gated, List.of(KEY)))) {
          own.awaitStarted(cores);
          assertThat(cluster.waitingTasks()).isEqualTo(8 - cores);
          own.openGate();
          assertThat(drain(round)).hasSize(8);
        }
        assertThat(own.mostRunning()).isEqualTo(cores);
      }
    }
  }

  @Test
  void tasksStartInTheOrderOfTheWorkers() throws InterruptedException {
    try (LocalCluster cluster = placed(1, 6);
        Round round = cluster.start(new Dispatch(1, Probe.sum(log), List.of(KEY)))) {
      assertThat(drain(round)).extracting(WorkerEvent::worker).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(log.started()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    }
  }

  @Test
  void anOccupiedWorkerDoesNotKeepOthersFromACore() throws InterruptedException {
    try (LocalCluster cluster = placed(2, 2)) {
      Round spinning = cluster.start(new Dispatch(1, spinAllBut(1), List.of(KEY)));
      assertThat(spinning.next(FOREVER).worker()).isEqualTo(1);
      Round summing = cluster.start(new Dispatch(2, Probe.sum(log), List.of(KEY)));
      assertThat(summing.next(FOREVER).worker())
          .as("worker 0 spins, worker 1 goes on")
          .isEqualTo(1);
      assertThat(cluster.waitingTasks()).isEqualTo(1);
      spinning.close();
      assertThat(drain(summing)).extracting(WorkerEvent::worker).containsExactly(0);
    }
  }

  @Test
  void aCancelledTaskSeesItAtItsNextLook() {
    try (LocalCluster cluster = placed(4, 4)) {
      Round round = cluster.start(new Dispatch(1, spinAllBut(-1), List.of(KEY)));
      log.awaitStarted(4);
      round.close();
      log.cancelling();
      log.awaitIdle();
      assertThat(log.latePolls()).isZero();
    }
  }

  @Test
  void workersAreDaemonThreadsThatEndWithTheCluster() {
    LocalCluster cluster = placed(2, 3);
    Set<Thread> threads = workerThreads();
    assertThat(threads)
        .extracting(Thread::getName)
        .contains("lagrid-worker-0", "lagrid-worker-1", "lagrid-worker-2");
    assertThat(threads).allMatch(Thread::isDaemon);
    cluster.start(new Dispatch(1, spinAllBut(-1), List.of(KEY)));
    cluster.close();
    assertThat(cluster.runningThreads()).isZero();
  }

  @Test
  void aTaskThatIgnoresCancellationDoesNotKeepTheClusterFromClosing() throws InterruptedException {
    LocalCluster cluster = placed(1, 2);
    Probe deaf = new Probe(log.number(), -1, Behaviour.OTHERS_IGNORE_CANCELLATION);
    Round round = cluster.start(new Dispatch(1, deaf, List.of(KEY)));
    log.awaitStarted(1);
    cluster.close();
    assertThat(cluster.runningThreads()).isEqualTo(1);
    log.openGate();
    log.awaitIdle();
    assertThat(drain(round))
        .as("an answer after the close is dropped")
        .allMatch(Lost.class::isInstance);
  }

  @Test
  void anInterruptMarkDoesNotReachTheNextTask() throws InterruptedException {
    try (LocalCluster cluster = placed(1, 2)) {
      Probe rude = new Probe(log.number(), 0, Behaviour.INTERRUPTS_ITSELF);
      for (int i = 0; i < 3; i++) {
        try (Round round = cluster.start(new Dispatch(i, rude, List.of(KEY)))) {
          assertThat(drain(round)).hasSize(2).noneMatch(Lost.class::isInstance);
        }
      }
      for (Thread thread : workerThreads()) {
        thread.interrupt();
      }
      try (Round round = cluster.start(new Dispatch(9, Probe.sum(log), List.of(KEY)))) {
        assertThat(drain(round)).hasSize(2);
      }
    }
  }

  @Test
  void aWaitingThreadCanBeInterrupted() {
    try (LocalCluster cluster = placed(1, 2);
        Round round = cluster.start(new Dispatch(1, spinAllBut(-1), List.of(KEY)))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> round.next(FOREVER)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void closingARoundWakesTheThreadThatWaitsForIt() {
    try (LocalCluster cluster = placed(1, 2)) {
      Round round = cluster.start(new Dispatch(1, spinAllBut(-1), List.of(KEY)));
      CompletableFuture<Integer> events =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return drain(round).size();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      log.awaitStarted(1);
      round.close();
      assertThat(events.join()).isZero();
    }
  }

  @Test
  void tasksAreTimedWithTheGivenClock() throws InterruptedException {
    AtomicLong reading = new AtomicLong();
    try (LocalCluster cluster =
        LocalCluster.builder(1).cores(1).clock(() -> reading.getAndAdd(1000)).open()) {

      cluster.place(KEY, 0, Probe.share(0));
      try (Round round = cluster.start(new Dispatch(1, Probe.sum(log), List.of(KEY)))) {
        WorkerEvent.Answered answer = (WorkerEvent.Answered) round.next(FOREVER);
        assertThat(answer.computeNanos()).isPositive();
        assertThat(answer.computeNanos() % 1000).isZero();
      }
    }
  }

  @Test
  void kernelsThatCannotBeHadLoseTheWorkers() throws InterruptedException {
    try (LocalCluster cluster =
        LocalCluster.builder(1)
            .kernels(
                () -> {
                  throw new UnsatisfiedLinkError("no kernels here");
                })
            .open()) {
      cluster.place(KEY, 0, Probe.share(0));
      try (Round round = cluster.start(new Dispatch(1, Probe.sum(log), List.of(KEY)))) {
        assertThat(drain(round).get(0).toString()).contains("no kernels here");
      }
    }
  }

  @Test
  void refusesToBeEmpty() {
    assertThatThrownBy(() -> LocalCluster.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("workers is 0");
    assertThatThrownBy(() -> LocalCluster.builder(1).cores(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cores is 0");
    try (LocalCluster cluster = LocalCluster.of(12)) {
      assertThat(cluster.workers()).isEqualTo(12);
    }
  }

  private Probe spinAllBut(double odd) {
    return new Probe(log.number(), odd, Behaviour.OTHERS_SPIN);
  }

  private static LocalCluster openOn(int cores, int workers) {
    return LocalCluster.builder(workers).cores(cores).open();
  }

  /** A cluster whose worker i holds the number i. */
  private static LocalCluster placed(int cores, int workers) {
    LocalCluster cluster = openOn(cores, workers);
    for (int i = 0; i < workers; i++) {
      cluster.place(KEY, i, Probe.share(i));
    }
    return cluster;
  }

  private static Set<Thread> workerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lagrid-worker-"))
        .collect(Collectors.toSet());
  }

  private static List<WorkerEvent> drain(Round round) throws InterruptedException {
    List<WorkerEvent> events = new ArrayList<>();
    for (WorkerEvent event = round.next(FOREVER); event != null; event = round.next(FOREVER)) {
      events.add(event);
    }
    return events;
  }
}
