package io.lagrid.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.report.StoredOperand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What twelve workers store of the real graph's 508 entries: the table of decision 048. */
class SharesOfAGraphTest {

  @ParameterizedTest
  @CsvSource({
    "repetition, 2, 1524, 162",
    "low-weight, 2, 1398, 173",
    "mds, 2, 1128, 310",
    "short-dot, 2, 1524, 151",
    "polynomial, 2, 7392, 616",
    "repetition, 4, 3048, 270",
    "low-weight, 4, 2193, 235",
    "mds, 4, 1916, 352"
  })
  void entriesStored(String code, int stragglers, long shared, long largest) {
    Settings settings =
        Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(stragglers));
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      StoredOperand stored =
          Lagrid.on(cluster)
              .with(settings)
              .multiply(MeetingGraph.counts(), LongMatrix.zeros(MeetingGraph.PEOPLE, 1))
              .report()
              .stored()
              .get(0);
      assertThat(stored.entries()).isEqualTo(2 * MeetingGraph.PAIRS);
      assertThat(new long[] {stored.sharedEntries(), stored.largestShare()})
          .as(code + " " + stored.note())
          .containsExactly(shared, largest);
    }
  }
}
