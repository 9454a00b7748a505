package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.resident.LedgerEntry;
import io.lagrid.spark.resident.LedgerEntry.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rounds of probes, and what has to be true after them. */
final class Rounds {

  static final ShareKey KEY = new ShareKey(1, 0);

  private Rounds() {}

  /** Places the number i on worker i. */
  static void place(Cluster cluster) {
    for (int i = 0; i < cluster.workers(); i++) {
      cluster.place(KEY, i, Probe.share(i));
    }
  }

  static Round start(Cluster cluster, long number, Task task) {
    return cluster.start(new Dispatch(number, task, List.of(KEY)));
  }

  /** Every event of a round, by worker. */
  static Map<Integer, WorkerEvent> run(Cluster cluster, long number, Task task)
      throws InterruptedException {
    try (Round round = start(cluster, number, task)) {
      return drain(round, cluster.workers());
    }
  }

  /** The next so many events, by worker. */
  static Map<Integer, WorkerEvent> drain(Round round, int count) throws InterruptedException {
    Map<Integer, WorkerEvent> events = new TreeMap<>();
    while (events.size() < count) {
      WorkerEvent event = round.next(Long.MAX_VALUE);
      assertThat(event).as("after %s", events).isNotNull();
      assertThat(events.put(event.worker(), event)).isNull();
    }
    return events;
  }

  static void assertAnswer(WorkerEvent event) {
    assertThat(event).isInstanceOf(Answered.class);
    assertThat(((Answered) event).answer()).isEqualTo(Probe.block(event.worker()));
  }

  static void assertLost(WorkerEvent event, String reason) {
    assertThat(event).isInstanceOf(Lost.class);
    assertThat(((Lost) event).reason()).contains(reason);
  }

  /** Each worker's share was stored once, at its own executor, and computed on nowhere else. */
  static void assertNothingMoved(SparkCluster cluster) {
    List<LedgerEntry> ledger = cluster.ledger();
    assertThat(ledger).isNotEmpty();
    for (LedgerEntry entry : ledger) {
      Executor home = cluster.executors().get(entry.worker());
      assertThat(entry.executor()).as("where %s happened", entry).isEqualTo(home.id());
    }
    assertThat(ledger.stream().filter(Rounds::stores).map(LedgerEntry::number))
        .as("each parcel is stored once")
        .doesNotHaveDuplicates();
  }

  private static boolean stores(LedgerEntry entry) {
    return entry.kind() == Kind.STORED || entry.kind() == Kind.SPILLED;
  }
}
