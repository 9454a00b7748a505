package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.spark.resident.LedgerEntry;
import io.lagrid.spark.resident.LedgerEntry.Kind;
import io.lagrid.spark.resident.WorkerRegistry;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.storage.BlockUpdatedInfo;
import org.apache.spark.storage.BroadcastBlockId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where shares lie, how they get there, and that they go again. */
@Timeout(60)
class StorageTest {

  private static final int WORKERS = 3;
  private static final int SIDE = 400; // 8·400² bytes = 1.28 MB a share, more than is carried
  private static final ShareKey BIG = new ShareKey(1, 0);
  private static final ShareKey SMALL = new ShareKey(1, 1);

  private SparkContext context;

  private SparkCluster open(String... settings) {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[4]")
            .setAppName("storage")
            .set("spark.ui.enabled", "false")
            .set("spark.local.dir", "target/spark-local")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.lagrid.separation", "none");
    for (int i = 0; i < settings.length; i += 2) {
      conf.set(settings[i], settings[i + 1]);
    }
    context = new SparkContext(conf);
    return SparkCluster.open(context, WORKERS);
  }

  @AfterEach
  void stopSpark() {
    context.stop();
  }

  @Test
  void sharesStayInMemoryThatSparkKnowsOf() throws InterruptedException {
    long before = WorkerRegistry.here().bytes();
    try (SparkCluster cluster = open()) {
      long free = SparkEnv.get().memoryManager().storageMemoryUsed();
      assertThat(WorkerRegistry.here().bytes()).isEqualTo(before);
      place(cluster, BIG, SIDE, false);
      place(cluster, SMALL, 1, false);
      assertSums(cluster, 1);
      long bytes = WORKERS * 8L * (SIDE * SIDE + 1);
      assertThat(WorkerRegistry.here().bytes() - before).isEqualTo(bytes);
      assertThat(SparkEnv.get().memoryManager().storageMemoryUsed() - free)
          .isGreaterThanOrEqualTo(bytes);
      assertSums(cluster, 2);
      assertThat(count(cluster, Kind.STORED)).isEqualTo(2L * WORKERS);
      assertThat(count(cluster, Kind.COMPUTED)).isEqualTo(2L * WORKERS);
    }
    assertThat(WorkerRegistry.here().bytes()).as("after the close").isEqualTo(before);
  }

  @Test
  void sharesThatMemoryHasNoRoomForLieOnDisk() throws InterruptedException {
    try (SparkCluster cluster = open("spark.lagrid.memory", "1k")) {
      place(cluster, BIG, SIDE, false);
      place(cluster, SMALL, 1, false);
      assertSums(cluster, 1);
      assertSums(cluster, 2);
      assertThat(count(cluster, Kind.SPILLED)).isEqualTo(WORKERS);
      assertThat(count(cluster, Kind.STORED)).isEqualTo(WORKERS);
    }
  }

  /** Storage memory of 2 MB holds one of the large shares, whatever the setting of Lagrid's. */
  @Test
  void sharesThatSparkHasNoMemoryForLieOnDisk() throws InterruptedException {
    try (SparkCluster cluster =
        open(
            "spark.testing.memory", "20000000",
            "spark.testing.reservedMemory", "0",
            "spark.memory.fraction", "0.1")) {
      place(cluster, BIG, SIDE, false);
      place(cluster, SMALL, 1, false);
      assertSums(cluster, 1);
      assertSums(cluster, 2);
      assertThat(count(cluster, Kind.SPILLED)).isBetween(2L, (long) WORKERS);
    }
  }

  @Test
  void aLargeShareThatAllWorkersAreGivenAlikeTravelsOnceForAll() throws InterruptedException {
    try (SparkCluster alike = open();
        SparkCluster apart = SparkCluster.open(context, WORKERS)) {
      assertThat(broadcasts(alike, true)).as("the share, and the stage's task").isEqualTo(2);
      assertThat(broadcasts(apart, false)).isEqualTo(WORKERS + 1);
      assertThat(count(alike, Kind.STORED)).isEqualTo(2L * WORKERS);
      assertThat(count(apart, Kind.STORED)).isEqualTo(2L * WORKERS);
    }
  }

  /** How many broadcasts the first round makes. */
  private int broadcasts(SparkCluster cluster, boolean alike) throws InterruptedException {
    place(cluster, BIG, SIDE, alike);
    place(cluster, SMALL, 1, false);
    Broadcasts made = new Broadcasts();
    TaskWatch watch = new TaskWatch();
    context.addSparkListener(made);
    context.addSparkListener(watch);
    assertSums(cluster, 1);
    watch.awaitEnds(WORKERS, "round 1,");
    context.removeSparkListener(made);
    context.removeSparkListener(watch);
    return made.count();
  }

  /** Hears of the broadcasts whose blocks are stored. Thread-safe. */
  private static final class Broadcasts extends SparkListener {

    private final Set<Long> ids = new HashSet<>();

    @Override
    public synchronized void onBlockUpdated(SparkListenerBlockUpdated event) {
      BlockUpdatedInfo block = event.blockUpdatedInfo();
      if (block.storageLevel().isValid() && block.blockId() instanceof BroadcastBlockId name) {
        ids.add(name.broadcastId());
      }
    }

    synchronized int count() {
      return ids.size();
    }
  }

  @Test
  void releasedSharesAreDropped() throws InterruptedException {
    long before = WorkerRegistry.here().bytes();
    try (SparkCluster cluster = open()) {
      for (int round = 1; round <= 3; round++) {
        place(cluster, BIG, SIDE, false);
        place(cluster, SMALL, 1, false);
        assertSums(cluster, round);
        cluster.release(BIG);
        cluster.release(SMALL);
      }
      place(cluster, SMALL, 1, false);
      try (Round round = cluster.start(new Dispatch(9, new Sum(), List.of(SMALL)))) {
        Rounds.drain(round, WORKERS);
      }
      assertThat(WorkerRegistry.here().bytes() - before).isEqualTo(8L * WORKERS);
      assertThat(WorkerRegistry.here().held(cluster.number())).isEqualTo(WORKERS);
      assertThat(count(cluster, Kind.DROPPED)).isEqualTo(6L * WORKERS);
    }
  }

  /** Adds up all entries of all shares. */
  private record Sum() implements Task {

    private static final long serialVersionUID = 1;

    @Override
    public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
      double sum = 0;
      for (Share share : shares) {
        for (double entry : share.blocks().get(0).plane(0).data()) {
          sum += entry;
        }
      }
      return new Block(List.of(Matrix.ofRows(new double[] {sum})));
    }
  }

  /** Worker i's share holds i + 0.5 once, or every worker's holds 0.5 once; zeros besides. */
  private static void place(SparkCluster cluster, ShareKey key, int side, boolean alike) {
    for (int i = 0; i < cluster.workers(); i++) {
      Block block = Block.zeros(1, side, side);
      block.plane(0).set(side / 2, side / 2, alike ? 0.5 : i + 0.5);
      cluster.place(key, i, Share.of(Arithmetic.real(), block));
    }
  }

  private static void assertSums(SparkCluster cluster, long number) throws InterruptedException {
    Dispatch dispatch = new Dispatch(number, new Sum(), List.of(BIG, SMALL));
    try (Round round = cluster.start(dispatch)) {
      Rounds.drain(round, WORKERS)
          .forEach(
              (worker, event) ->
                  assertThat(((Answered) event).answer().plane(0).get(0, 0) - worker - 1)
                      .isIn(0.0, (double) worker));
    }
  }

  private static long count(SparkCluster cluster, Kind kind) {
    return cluster.ledger().stream().map(LedgerEntry::kind).filter(kind::equals).count();
  }
}
