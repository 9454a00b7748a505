package io.lagrid.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Script.Turn;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedClusterTest extends ClusterContract {

  private static final ShareKey KEY = new ShareKey(5, 0);

  @Override
  protected Cluster open(int workers) {
    return new ScriptedCluster(workers, Script.inTurn());
  }

  @Override
  protected int retained(Cluster cluster) {
    ScriptedCluster scripted = (ScriptedCluster) cluster;
    return scripted.heldShares() + scripted.openRounds();
  }

  @Test
  void workersAnswerInTheScriptsOrderAtItsTimes() throws InterruptedException {
    Script script =
        Script.order(3, 1).but(0, Turn.lost(Duration.ofSeconds(2), "tripped over a cable"));
    try (TaskLog log = new TaskLog();
        ScriptedCluster cluster = new ScriptedCluster(4, script)) {
      for (int i = 0; i < 4; i++) {
        cluster.place(KEY, i, Probe.share(i));
      }
      try (Round round = cluster.start(new Dispatch(1, Probe.sum(log), List.of(KEY)))) {
        assertThat(round.next(Long.MAX_VALUE).worker()).isEqualTo(3);
        assertThat(cluster.clock().nanos()).isEqualTo(1_000_000);
        assertThat(round.next(Long.MAX_VALUE).worker()).isEqualTo(1);
        assertThat(round.next(Long.MAX_VALUE)).isEqualTo(new Lost(0, 1, "tripped over a cable"));
        assertThat(cluster.clock().nanos()).isEqualTo(2_000_000_000);
        assertThat(round.next(3_000_000_000L)).isNull();
        assertThat(cluster.clock().nanos()).isEqualTo(3_000_000_000L);
        assertThatThrownBy(() -> round.next(Long.MAX_VALUE)).isInstanceOf(AssertionError.class);
      }
      assertThat(cluster.placements()).hasSize(4);
      assertThat(cluster.dispatches()).hasSize(1);
      assertThat(log.started()).containsExactly(3.0, 1.0);
    }
  }
}
