package io.lagrid.engine.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One operand encoded once, many rounds: PageRank on a real graph, look-ups in an embedding. */
class IteratedHandleTest {

  /** Zachary's karate club (1977): 34 members, 78 friendships; member i's friends above i. */
  private static final int[][] FRIENDS = {
    {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
    {2, 3, 7, 13, 17, 19, 21, 30},
    {3, 7, 8, 9, 13, 27, 28, 32},
    {7, 12, 13},
    {6, 10},
    {6, 10, 16},
    {16},
    {},
    {30, 32, 33},
    {33},
    {},
    {},
    {},
    {33},
    {32, 33},
    {32, 33},
    {},
    {},
    {32, 33},
    {33},
    {32, 33},
    {},
    {32, 33},
    {25, 27, 29, 32, 33},
    {25, 27, 31},
    {31},
    {29, 33},
    {33},
    {31, 33},
    {32, 33},
    {32, 33},
    {32, 33},
    {33},
    {}
  };

  private static final double DAMPING = 0.85;

  private final Randomness random = Randomness.insecure(34);

  /** Column j holds 1/degree(j) at the friends of j. */
  private static Matrix transitions() {
    Matrix adjacency = Matrix.zeros(34, 34);
    for (int i = 0; i < 34; i++) {
      for (int j : FRIENDS[i]) {
        adjacency.set(i, j, 1);
        adjacency.set(j, i, 1);
      }
    }
    for (int j = 0; j < 34; j++) {
      double degree = 0;
      for (int i = 0; i < 34; i++) {
        degree += adjacency.get(i, j);
      }
      for (int i = 0; i < 34; i++) {
        adjacency.set(i, j, adjacency.get(i, j) / degree);
      }
    }
    return adjacency;
  }

  @Test
  void pageRankConvergesRoundAfterRoundWhoeverLies() {
    assertThat(Arrays.stream(FRIENDS).mapToInt(friends -> friends.length).sum()).isEqualTo(78);
    Matrix transitions = transitions();
    double[] expected = new double[34];
    Arrays.fill(expected, 1.0 / 34);
    Matrix rank = Matrix.of(34, 1, expected.clone());
    Cluster scripted = new ScriptedCluster(8, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker3"), random);
        PreparedProduct<Matrix> step =
            Lagrid.on(cluster)
                .tolerating(Tolerance.stragglers(1).adversaries(1))
                .prepare(transitions, 1)) {
      for (int round = 0; round < 60; round++) {
        Result<Matrix> moved = step.multiply(rank);
        assertThat(moved.report().workersThat(Fate.USED)).doesNotContain(3);
        expected = damped(Naive.product(transitions, Matrix.of(34, 1, expected)).data());
        rank = Matrix.of(34, 1, damped(moved.value().toArray()));
      }
    }
    double[] uncoded = expected;
    assertThat(rank.toArray()).containsExactly(uncoded, Offset.offset(1e-11));
    assertThat(Arrays.stream(uncoded).sum()).isEqualTo(1, Offset.offset(1e-12));
    // The two sides' leaders, as is well known: members 34 and 1, then 33.
    assertThat(uncoded[33]).isGreaterThan(uncoded[0]);
    assertThat(uncoded[0]).isGreaterThan(uncoded[32]);
    double third = uncoded[32];
    assertThat(Arrays.stream(uncoded).filter(x -> x >= third).count()).isEqualTo(3);
  }

  private static double[] damped(double[] moved) {
    return Arrays.stream(moved).map(x -> DAMPING * x + (1 - DAMPING) / 34).toArray();
  }

  @Test
  void embeddingLookUpsHideWhichRowIsWanted() {
    LongMatrix table = Naive.longs(50, 8, 1 << 20, random);
    try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn());
        PreparedProduct<LongMatrix> lookUp =
            Lagrid.on(cluster)
                .tolerating(Tolerance.stragglers(1).colluders(2))
                .prepare(table.transpose(), 3)) {
      for (int round = 0; round < 5; round++) {
        int[] wanted = {random.nextInt(50), random.nextInt(50), random.nextInt(50)};
        LongMatrix oneHot = LongMatrix.zeros(50, 3);
        for (int k = 0; k < 3; k++) {
          oneHot.set(wanted[k], k, 1);
        }
        LongMatrix found = lookUp.multiply(oneHot).value();
        for (int k = 0; k < 3; k++) {
          assertThat(found.block(0, k, 8, 1).toArray())
              .isEqualTo(table.block(wanted[k], 0, 1, 8).toArray());
        }
      }
    }
  }
}
