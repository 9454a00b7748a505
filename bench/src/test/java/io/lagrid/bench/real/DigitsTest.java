package io.lagrid.bench.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.bench.real.CodedAccuracy.Quality;
import io.lagrid.bench.real.CodedAccuracy.Setting;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.engine.function.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A network trained here, evaluated on coded images. */
final class DigitsTest {

  private static final String DIGITS = "cli/src/main/resources/io/lagrid/cli/demo/digits.csv.gz";

  private static DigitsData data() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(DIGITS))) {
      folder = folder.getParent();
    }
    return DigitsData.read(folder.resolve(DIGITS));
  }

  private static Network network(DigitsData data) {
    return new Trainer(data, DigitsTable.HIDDEN, DigitsTable.SEED)
        .train(DigitsTable.LEARNT, DigitsTable.PASSES);
  }

  @Test
  void theSplineIsAheadOfBerrut() throws IOException {
    DigitsData data = data();
    CodedAccuracy accuracy = new CodedAccuracy(data, network(data), DigitsTable.LEARNT, 7);
    double uncoded = accuracy.uncoded();
    assertThat(uncoded).isGreaterThan(0.9);
    for (int workers : new int[] {16, 24, 32, 48}) {
      Setting setting = new Setting(8, workers, workers / 10);
      Quality spline = accuracy.coded(CurveScheme.SPLINE, setting);
      Quality berrut = accuracy.coded(CurveScheme.BERRUT, setting);
      assertThat(spline.error()).as("N = %d", workers).isLessThan(berrut.error());
      assertThat(spline.accuracy()).isGreaterThan(berrut.accuracy() - 0.01);
    }
    assertThat(accuracy.coded(CurveScheme.SPLINE, new Setting(8, 96, 6)).accuracy())
        .isGreaterThan(0.99 * uncoded);
  }

  @Test
  void trainingRepeatsItself() throws IOException {
    DigitsData data = data();
    Network once = new Trainer(data, 8, 3).train(100, 1);
    assertThat(new Trainer(data, 8, 3).train(100, 1)).isEqualTo(once);
    assertThat(new Trainer(data, 8, 4).train(100, 1)).isNotEqualTo(once);
  }

  @Test
  void conditionNumbersOfPowersExplodeAndOthersDoNot() {
    double[] row = ConditionTable.row(37, 2);
    assertThat(row[0]).isEqualTo(39);
    assertThat(row[1]).isGreaterThan(1e14);
    for (int i = 3; i < row.length; i++) {
      assertThat(row[i]).isBetween(1.0, 1e6);
    }
  }
}
