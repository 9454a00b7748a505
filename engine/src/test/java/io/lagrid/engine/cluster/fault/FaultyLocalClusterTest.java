package io.lagrid.engine.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import io.lagrid.engine.cluster.local.LocalCluster;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults in real time. */
@Timeout(30)
class FaultyLocalClusterTest extends ClusterContract {

  private static final ShareKey KEY = new ShareKey(5, 0);

  @Override
  protected Cluster open(int workers) {
    return faulty(workers, "none");
  }

  @Override
  protected int retained(Cluster cluster) {
    return ((FaultyCluster) cluster).remembered();
  }

  @Test
  void anAnswerIsHeldBackInRealTime() throws InterruptedException {
    try (TaskLog log = new TaskLog();
        FaultyCluster cluster = faulty(2, "slow:worker0@20ms")) {
      try (Round round = start(cluster, log)) {
        long start = cluster.clock().nanos();
        assertThat(round.next(Long.MAX_VALUE).worker()).isEqualTo(1);
        assertThat(round.next(Long.MAX_VALUE).worker()).isZero();
        assertThat(cluster.clock().nanos() - start).isGreaterThanOrEqualTo(20_000_000);
      }
    }
  }

  @Test
  void closingTheRoundWakesTheThreadThatWaitsForAHeldAnswer() throws InterruptedException {
    try (TaskLog log = new TaskLog();
        FaultyCluster cluster = faulty(2, "slow:worker0@1440m")) {
      Round round = start(cluster, log);
      assertThat(round.next(Long.MAX_VALUE).worker()).isEqualTo(1);
      CompletableFuture<WorkerEvent> next = CompletableFuture.supplyAsync(() -> next(round));
      round.close();
      assertThat(next.join()).isNull();
    }
  }

  @Test
  void closingTheClusterWakesTheThreadThatWaitsForAHeldAnswer() throws InterruptedException {
    try (TaskLog log = new TaskLog()) {
      FaultyCluster cluster = faulty(2, "slow:worker0@1440m");
      Round round = start(cluster, log);
      assertThat(round.next(Long.MAX_VALUE).worker()).isEqualTo(1);
      CompletableFuture<WorkerEvent> next = CompletableFuture.supplyAsync(() -> next(round));
      cluster.close();
      assertThat(next.join()).isEqualTo(new Lost(0, 1, "the cluster was closed"));
    }
  }

  private static Round start(Cluster cluster, TaskLog log) {
    cluster.place(KEY, 0, Probe.share(0));
    cluster.place(KEY, 1, Probe.share(1));
    return cluster.start(new Dispatch(1, Probe.sum(log), List.of(KEY)));
  }

  private static WorkerEvent next(Round round) {
    try {
      return round.next(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static FaultyCluster faulty(int workers, String faults) {
    Cluster local = LocalCluster.builder(workers).cores(2).open();
    return FaultyCluster.around(local, FaultSpec.parse(faults), Randomness.insecure(1));
  }
}
