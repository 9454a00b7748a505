package io.lagrid.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.Script.Turn;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.StoredOperand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph whose dense form no machine here could hold: 4·10^10 entries, 320 GB. */
class LargeSparseTest {

  private static final int SIDE = 200_000;
  private static final int ENTRIES = 1_000_000;
  private static final int COLUMNS = 2;

  private final Randomness random = Randomness.insecure(200);

  @ParameterizedTest
  @ValueSource(strings = {"low-weight", "repetition"})
  void aMillionEntriesAreMultipliedWithoutTheirZeros(String code) {
    SparseLongMatrix graph = Sparse.longs(SIDE, SIDE, ENTRIES, 9, random);
    LongMatrix thin = Naive.longs(SIDE, COLUMNS, 9, random);
    Script script = Script.inTurn().but(0, Turn.silent()).but(7, Turn.silent());
    Settings settings =
        Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(2).adversaries(1));
    try (ScriptedCluster cluster = new ScriptedCluster(12, script)) {
      Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(graph, thin);
      assertThat(result.value()).isEqualTo(product(graph, thin));
      StoredOperand stored = result.report().stored().get(0);
      assertThat(stored.sparse()).isTrue();
      assertThat(stored.sharedEntries()).isLessThanOrEqualTo(4 * graph.entries()); // S + A + 1
      assertThat(result.report().traffic().up()).isLessThan(300_000_000);
    }
  }

  /** The naive twin, entry by entry. */
  private static LongMatrix product(SparseLongMatrix a, LongMatrix b) {
    LongMatrix c = LongMatrix.zeros(a.rows(), b.columns());
    int[] rows = a.pattern().rowIndices();
    int[] columns = a.pattern().columnIndices();
    for (int e = 0; e < rows.length; e++) {
      for (int j = 0; j < b.columns(); j++) {
        c.set(rows[e], j, c.get(rows[e], j) + a.values()[e] * b.get(columns[e], j));
      }
    }
    return c;
  }
}
