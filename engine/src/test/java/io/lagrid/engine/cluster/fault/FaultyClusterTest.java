package io.lagrid.engine.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All workers a little slow, so that the contract is kept by answers that are held back. */
class FaultyClusterTest extends ClusterContract {

  private static final long FOREVER = Long.MAX_VALUE;
  private static final ShareKey KEY = new ShareKey(5, 0);

  private final TaskLog log = new TaskLog();
  private ScriptedCluster inner;
  private int round;

  @Override
  protected Cluster open(int workers) {
    inner = new ScriptedCluster(workers, Script.inTurn());
    return around(inner, "slow:" + workers + "@0.01ms");
  }

  @Override
  protected int retained(Cluster cluster) {
    return ((FaultyCluster) cluster).remembered() + inner.heldShares() + inner.openRounds();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void slowAnswersComeThatMuchLater() throws InterruptedException {
    try (FaultyCluster cluster = placed("slow:worker0@2.5ms,slow:worker2@10s");
        Round round = start(cluster)) {
      assertThat(times(cluster, round))
          .containsExactly("1 at 2000", "0 at 3500", "3 at 4000", "2 at 10003000");
    }
  }

  @Test
  void deadlinesHoldWhileAnswersAreHeldBack() throws InterruptedException {
    try (FaultyCluster cluster = placed("slow:4@10s");
        Round round = start(cluster)) {
      assertThat(round.next(0)).isNull();
      assertThat(round.next(5_000_000_000L)).isNull();
      assertThat(cluster.clock().nanos()).isEqualTo(5_000_000_000L);
      assertThat(round.next(10_001_000_000L).worker()).isZero();
      assertThat(cluster.clock().nanos()).isEqualTo(10_001_000_000L);
      assertThat(round.next(10_001_999_999L)).isNull();
      assertThat(round.next(FOREVER).worker()).isEqualTo(1);
    }
  }

  @Test
  void aSlowLossIsNotHeldBack() throws InterruptedException {
    try (FaultyCluster cluster = around(scripted(), "slow:4@10s");
        Round round = start(cluster)) {
      assertThat(drain(round)).hasSize(4).allMatch(Lost.class::isInstance);
      assertThat(cluster.clock().nanos()).isEqualTo(4_000_000);
    }
  }

  @Test
  void crashedWorkersAreLostAtOnceAndForGood() throws InterruptedException {
    try (FaultyCluster cluster = placed("crash:worker3")) {
      for (int i = 0; i < 3; i++) {
        try (Round round = start(cluster)) {
          List<WorkerEvent> events = drain(round);
          assertThat(events).extracting(WorkerEvent::worker).containsExactly(3, 0, 1, 2);
          assertThat(events.get(0)).isEqualTo(new Lost(3, i + 1, "the worker crashed"));
        }
      }
      assertThat(cluster.clock().nanos()).as("nobody waits for worker 3").isEqualTo(9_000_000);
    }
  }

  @Test
  void crashesMayComeLaterAndEnd() throws InterruptedException {
    try (FaultyCluster cluster = placed("crash:worker1@2+3")) {
      List<Boolean> lost = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        try (Round round = start(cluster)) {
          lost.add(drain(round).get(0) instanceof Lost);
        }
      }
      assertThat(lost).containsExactly(false, false, true, true, true, false, false);
    }
  }

  @Test
  void aSwappedAnswerIsTheOneBefore() throws InterruptedException {
    assertThat(answers("lie:worker2@swap")).containsExactly("0: 0", "1: 1", "2: 1", "3: 3");
  }

  @Test
  void aSwappedAnswerWaitsForAnother() throws InterruptedException {
    assertThat(answers("lie:worker0@swap")).containsExactly("1: 1", "0: 1", "2: 2", "3: 3");
    assertThat(answers("lie:worker0@swap,lie:worker1@swap"))
        .containsExactly("1: 0", "0: 1", "2: 2", "3: 3");
  }

  @Test
  void aSwapWithNobodyIsNoise() throws InterruptedException {
    try (FaultyCluster cluster = around(scripted(), "lie:worker2@swap")) {
      cluster.place(KEY, 2, Probe.share(7));
      try (Round round = start(cluster)) {
        List<WorkerEvent> events = drain(round);
        assertThat(events).hasSize(4);
        assertThat(events.get(3))
            .isInstanceOfSatisfying(
                Answered.class,
                lie -> assertThat(entry(lie)).isBetween(-7.0, 7.0).isNotEqualTo(7.0));
      }
    }
  }

  @Test
  void aStaleAnswerIsOfAnEarlierRound() throws InterruptedException {
    try (FaultyCluster cluster = around(scripted(), "lie:worker2@stale")) {
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        for (int worker = 0; worker < 4; worker++) {
          cluster.place(KEY, worker, Probe.share(10 * i + worker));
        }
        try (Round round = start(cluster)) {
          told.add(texts(drain(round)).get(2));
        }
        cluster.release(KEY);
      }
      assertThat(told).containsExactly("2: 1", "2: 2", "2: 12");
      assertThat(cluster.remembered()).as("one past answer").isEqualTo(1);
    }
  }

  @Test
  void aStaleAnswerThatIsStillTrueIsFlipped() throws InterruptedException {
    try (FaultyCluster cluster = placed("lie:worker2@stale")) {
      for (int i = 0; i < 3; i++) {
        try (Round round = start(cluster)) {
          assertThat(texts(drain(round))).doesNotContain("2: 2");
        }
      }
    }
  }

  @Test
  void aStaleAnswerHasTheShapeOfTheTrueOne() {
    PastAnswers past = new PastAnswers();
    assertThat(past.exchange(answer(1, Block.zeros(1, 2, 3)))).isEmpty();
    assertThat(past.exchange(answer(1, Block.zeros(1, 2, 3)))).as("the same round").isEmpty();
    assertThat(past.exchange(answer(2, Block.zeros(1, 2, 3)))).contains(Block.zeros(1, 2, 3));
    assertThat(past.exchange(answer(3, Block.zeros(1, 3, 3)))).isEmpty();
    assertThat(past.exchange(answer(4, Block.zeros(1, 3, 2)))).isEmpty();
    assertThat(past.exchange(answer(5, Block.zeros(2, 3, 2)))).isEmpty();
    assertThat(past.size()).isEqualTo(1);
  }

  @Test
  void everyLieDiffersFromTheTruthAndIsTheSameForTheSameSeed() throws InterruptedException {
    for (Fault.Way way : Fault.Way.values()) {
      List<String> lies = answers("lie:4@" + way);
      assertThat(lies).doesNotContain("0: 0", "1: 1", "2: 2", "3: 3").hasSize(4);
      assertThat(answers("lie:4@" + way)).isEqualTo(lies);
    }
  }

  @Test
  void tellsWhoIsFaulty() {
    try (FaultyCluster cluster = placed("crash:worker1,lie:worker3@nan")) {
      assertThat(cluster.faults())
          .containsEntry(1, Fault.crash())
          .containsEntry(3, Fault.lie(Fault.Way.NAN))
          .hasSize(2);
    }
  }

  @Test
  void heldBackAnswersAreLostWithTheCluster() throws InterruptedException {
    FaultyCluster cluster = placed("slow:3@10s,crash:1");
    Round round = start(cluster);
    assertThat(round.next(20_000_000)).isInstanceOf(Lost.class);
    assertThat(round.next(20_000_000)).isNull();
    cluster.close();
    assertThat(drain(round))
        .hasSize(3)
        .allSatisfy(event -> assertThat(((Lost) event).reason()).contains("closed"));
    assertThat(cluster.clock().nanos()).isEqualTo(20_000_000);
  }

  private static Answered answer(long round, Block block) {
    return new Answered(0, round, block, 0);
  }

  private List<String> answers(String faults) throws InterruptedException {
    try (FaultyCluster cluster = placed(faults);
        Round round = start(cluster)) {
      return texts(drain(round));
    }
  }

  private Round start(Cluster cluster) {
    return cluster.start(new Dispatch(++round, Probe.sum(log), List.of(KEY)));
  }

  /** Four workers, of which worker i holds the number i and answers after i + 1 ms. */
  private static FaultyCluster placed(String faults) {
    FaultyCluster cluster = around(scripted(), faults);
    for (int i = 0; i < 4; i++) {
      cluster.place(KEY, i, Probe.share(i));
    }
    return cluster;
  }

  private static ScriptedCluster scripted() {
    return new ScriptedCluster(4, Script.inTurn());
  }

  private static FaultyCluster around(Cluster inner, String faults) {
    return FaultyCluster.around(inner, FaultSpec.parse(faults), Randomness.insecure(1));
  }

  private static List<WorkerEvent> drain(Round round) throws InterruptedException {
    List<WorkerEvent> events = new ArrayList<>();
    for (WorkerEvent event = round.next(FOREVER); event != null; event = round.next(FOREVER)) {
      events.add(event);
    }
    return events;
  }

  /** Worker and microseconds of every event. */
  private static List<String> times(Cluster cluster, Round round) throws InterruptedException {
    List<String> times = new ArrayList<>();
    for (WorkerEvent event = round.next(FOREVER); event != null; event = round.next(FOREVER)) {
      times.add(event.worker() + " at " + cluster.clock().nanos() / 1000);
    }
    return times;
  }

  /** Worker and number of every answer. */
  private static List<String> texts(List<WorkerEvent> events) {
    return events.stream()
        .map(Answered.class::cast)
        .map(answer -> answer.worker() + ": " + text(answer))
        .toList();
  }

  private static String text(Answered answer) {
    double value = entry(answer);
    String entry = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    return answer.answer().rows() == 1 ? entry : answer.answer().rows() + " rows";
  }

  private static double entry(Answered answer) {
    return answer.answer().plane(0).get(0, 0);
  }
}
