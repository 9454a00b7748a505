package io.lagrid.engine.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearStatisticsTest {

  private static final long SEED = 31;

  private final Randomness random = Randomness.insecure(SEED);

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theMomentsOfABatchSurviveALiarAndLargeMeans(int colluders) {
    Matrix batch = Naive.doubles(64, 5, random);
    for (int i = 0; i < 64; i++) {
      batch.set(i, 4, batch.get(i, 4) + 1e6); // Σx²/n − mean² would have no digit left but three
    }
    Cluster scripted = new ScriptedCluster(9, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker1"), random)) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(new Tolerance(1, 1, colluders));
      BatchMoments moments = BatchMoments.of(lagrid, batch);
      for (int j = 0; j < 5; j++) {
        double mean = 0;
        for (int i = 0; i < 64; i++) {
          mean += batch.get(i, j) / 64;
        }
        double variance = 0;
        for (int i = 0; i < 64; i++) {
          variance += (batch.get(i, j) - mean) * (batch.get(i, j) - mean) / 64;
        }
        assertThat(moments.mean().get(0, j)).isEqualTo(mean, Offset.offset(1e-8));
        assertThat(moments.variance().get(0, j)).isEqualTo(variance, Offset.offset(1e-8));
      }
      assertThat(moments.report().workersThat(Fate.USED)).doesNotContain(1);
    }
  }

  @Test
  void momentsOfFeaturesOfAllSizesKeepTheirDigits() {
    double[] sizes = {1e8, 1e-8, 1, 1e-150, 0, 1e150};
    Matrix batch = Naive.doubles(300, sizes.length, random);
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < sizes.length; j++) {
        batch.set(i, j, batch.get(i, j) * sizes[j] + 3 * sizes[j]);
      }
    }
    batch.set(0, 2, 1e6); // a first sample far off
    try (Cluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      BatchMoments moments =
          BatchMoments.of(Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)), batch);
      for (int j = 0; j < sizes.length; j++) {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < 300; i++) {
          mean += batch.get(i, j) / 300;
        }
        for (int i = 0; i < 300; i++) {
          variance += (batch.get(i, j) - mean) / 300 * (batch.get(i, j) - mean);
        }
        double furthest = j == 2 ? 1e6 : 2 * sizes[j];
        assertThat(moments.mean().get(0, j))
            .isCloseTo(mean, Offset.offset(1e-12 * furthest + 1e-300));
        assertThat(moments.variance().get(0, j))
            .isCloseTo(variance, Offset.offset(1e-12 * furthest * furthest + 1e-300));
      }
    }
  }

  @Test
  void sketchesAreLinearAndEstimateNormsAndInnerProducts() {
    AmsSketch sketch = AmsSketch.draw(1000, 9, 64, random);
    LongMatrix x = LongMatrix.zeros(1000, 3);
    for (int i = 0; i < 1000; i++) {
      x.set(i, 0, random.nextInt(20));
      x.set(i, 1, i < 10 ? 500 : 1); // skewed, as streams are
      x.set(i, 2, x.get(i, 0) + x.get(i, 1));
    }
    Cluster scripted = new ScriptedCluster(8, Script.inTurn());
    try (Cluster cluster = FaultyCluster.around(scripted, FaultSpec.parse("lie:worker0"), random)) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(new Tolerance(1, 1, 1));
      Result<LongMatrix> sketches = sketch.of(lagrid, x);
      assertThat(sketches.value()).isEqualTo(Naive.product(sketch.signs(), x));
      LongMatrix exact = Naive.product(x.transpose(), x);
      for (int a = 0; a < 3; a++) {
        double norm = exact.get(a, a);
        assertThat(sketch.squaredNorm(sketches.value(), a))
            .as("seed %d", SEED)
            .isBetween(0.5 * norm, 1.5 * norm);
        for (int b = 0; b < 3; b++) {
          double slack = 0.5 * Math.sqrt((double) exact.get(a, a) * exact.get(b, b));
          assertThat(sketch.innerProduct(sketches.value(), a, b))
              .isBetween(exact.get(a, b) - slack, exact.get(a, b) + slack);
        }
      }
      for (int row = 0; row < sketches.value().rows(); row++) {
        assertThat(sketches.value().get(row, 2))
            .isEqualTo(sketches.value().get(row, 0) + sketches.value().get(row, 1));
      }
    }
  }

  /** Over all d values of a row's argument the signs are nearly balanced, and rows nearly apart. */
  @Test
  void signsAreBalancedAndRowsAreUncorrelated() {
    LongMatrix signs = AmsSketch.draw(4096, 1, 16, random).signs();
    LongMatrix gram = Naive.product(signs, signs.transpose());
    for (int a = 0; a < 16; a++) {
      for (int b = 0; b < 16; b++) {
        long expected = a == b ? 4096 : 0;
        assertThat(gram.get(a, b)).isBetween(expected - 400, expected + 400);
      }
    }
    assertThatIllegalArgumentException().isThrownBy(() -> AmsSketch.draw(0, 1, 1, random));
  }
}
