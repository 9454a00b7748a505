package io.lagrid.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.Script.Turn;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.StoredOperand;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph or a table stays on the workers; a vector or a list of look-ups travels. */
class IteratedSparseTest {

  private static final int PEOPLE = MeetingGraph.PEOPLE;
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 60;

  private final Randomness random = Randomness.insecure(77);

  /** Two stragglers never answer, one worker lies in every round. */
  @ParameterizedTest
  @ValueSource(strings = {"low-weight", "mds", "repetition"})
  void pageRankOfARealGraphConverges(String code) {
    SparseMatrix transitions = MeetingGraph.transitions();
    assertThat(transitions.entries()).isEqualTo(2 * MeetingGraph.PAIRS);
    Matrix dense = transitions.dense();
    double[] expected = new double[PEOPLE];
    Arrays.fill(expected, 1.0 / PEOPLE);
    Matrix rank = Matrix.of(PEOPLE, 1, expected.clone());
    Script script = Script.inTurn().but(4, Turn.silent()).but(9, Turn.silent());
    Settings settings =
        Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(2).adversaries(1));
    Cluster scripted = new ScriptedCluster(12, script);
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker0"), random);
        PreparedProduct<Matrix> step = Lagrid.on(cluster).with(settings).prepare(transitions, 1)) {
      for (int round = 0; round < ROUNDS; round++) {
        Result<Matrix> moved = step.multiply(rank);
        assertThat(moved.report().workersThat(Fate.REJECTED)).containsExactly(0);
        checkTraffic(moved, round);
        expected = damped(Naive.product(dense, Matrix.of(PEOPLE, 1, expected)).data());
        rank = Matrix.of(PEOPLE, 1, damped(moved.value().toArray()));
      }
    }
    assertThat(rank.toArray()).containsExactly(expected, Offset.offset(1e-11));
    // Valjean, then Marius, then the bishop Myriel.
    assertThat(leaders(rank.toArray())).startsWith(73, 49, 62);
  }

  /** After the first round, nothing but twelve copies of the vector or parts of it is sent. */
  private static void checkTraffic(Result<Matrix> moved, int round) {
    StoredOperand graph = moved.report().stored().get(0);
    assertThat(graph.sparse()).isTrue();
    assertThat(graph.entries()).isEqualTo(2 * MeetingGraph.PAIRS);
    if (round > 0) {
      assertThat(moved.report().traffic().up()).isLessThanOrEqualTo(12 * PEOPLE * 8);
    }
  }

  private static double[] damped(double[] moved) {
    return Arrays.stream(moved).map(x -> DAMPING * x + (1 - DAMPING) / PEOPLE).toArray();
  }

  private static Integer[] leaders(double[] rank) {
    Integer[] order = new Integer[rank.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(rank[j], rank[i]));
    return order;
  }

  /** Walks of three meetings, counted exactly, in integers. */
  @Test
  void walksOnTheGraphAreCountedExactly() {
    SparseLongMatrix counts = MeetingGraph.counts();
    LongMatrix dense = counts.dense();
    LongMatrix expected = Naive.product(dense, Naive.product(dense, dense));
    LongMatrix walks = dense;
    try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn().but(2, Turn.silent()));
        PreparedProduct<LongMatrix> step =
            Lagrid.on(cluster)
                .tolerating(Tolerance.stragglers(1).adversaries(1))
                .prepare(counts, PEOPLE)) {
      for (int meetings = 2; meetings <= 3; meetings++) {
        Result<LongMatrix> moved = step.multiply(walks);
        assertThat(moved.report().stored().get(0).sparse()).isTrue();
        walks = moved.value();
      }
    }
    assertThat(walks).isEqualTo(expected);
  }

  /** The table, transposed, is coded; which rows are wanted goes out as one entry each. */
  @Test
  void lookUpsInATableSendOneEntryEach() {
    LongMatrix table = Naive.longs(500, 16, 1 << 20, random);
    Cluster scripted = new ScriptedCluster(8, Script.inTurn().but(1, Turn.silent()));
    Settings settings =
        Settings.DEFAULT.withCode("mds").withTolerance(Tolerance.stragglers(1).adversaries(1));
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker3"), random);
        PreparedProduct<LongMatrix> lookUp =
            Lagrid.on(cluster).with(settings).prepare(table.transpose(), 5)) {
      for (int round = 0; round < 4; round++) {
        int[] wanted = {random.nextInt(500), 7, random.nextInt(500), 499, 7};
        Result<LongMatrix> found = lookUp.multiply(Sparse.oneHot(500, wanted));
        for (int k = 0; k < wanted.length; k++) {
          assertThat(found.value().block(0, k, 16, 1).toArray())
              .isEqualTo(table.block(wanted[k], 0, 1, 16).toArray());
        }
        StoredOperand asked = found.report().stored().get(1);
        assertThat(asked.sparse()).isTrue();
        assertThat(asked.sharedEntries()).isEqualTo(8 * 5); // each worker all five
        assertThat(found.report().workersThat(Fate.REJECTED)).containsExactly(3);
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lookUp.multiply(Sparse.oneHot(500, 1, 2, 3, 4, 5).toDoubles()))
          .withMessageContaining("A holds longs");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lookUp.multiply(Sparse.oneHot(499, 1, 2, 3, 4, 5)))
          .withMessageContaining("499x5");
    }
  }
}
