package io.lagrid.codes.gasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.codes.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DegreeTableTest {

  private static final int LARGEST = 7;

  private static List<DegreeTable> small() {
    List<DegreeTable> tables = new ArrayList<>();
    for (int dense = 1; dense <= LARGEST; dense++) {
      for (int stepped = 1; stepped <= LARGEST; stepped++) {
        for (int colluders = 1; colluders <= LARGEST; colluders++) {
          for (int chunk = 1; chunk <= Math.min(dense, colluders); chunk++) {
            tables.add(new DegreeTable(dense, stepped, colluders, chunk));
          }
        }
      }
    }
    return tables;
  }

  /** How often every sum occurs, by two loops. */
  private static Map<Integer, Integer> naive(DegreeTable table) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int left : table.denseExponents()) {
      for (int right : table.steppedExponents()) {
        counts.merge(left + right, 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void theThresholdIsTheNumberOfDistinctEntries() {
    List<DegreeTable> tables = small();
    for (DegreeTable table : tables) {
      Map<Integer, Integer> naive = naive(table);
      assertThat(table.size()).as("%s", table).isEqualTo(naive.size());
      assertThat(table.sums()).as("%s", table).hasSize(naive.size()).isSorted();
    }
    assertThat(tables).hasSize(LARGEST * 140); // Σ_{d,T ≤ 7} min(d, T) = 140
  }

  @Test
  void everyProductOfDataHasAnEntryOfItsOwn() {
    for (DegreeTable table : small()) {
      Map<Integer, Integer> naive = naive(table);
      int data = table.dense() * table.stepped();
      for (int k = 0; k < table.dense(); k++) {
        for (int l = 0; l < table.stepped(); l++) {
          int sum = table.denseExponents()[k] + table.steppedExponents()[l];
          assertThat(sum).isEqualTo(k + table.dense() * l);
          assertThat(naive.get(sum)).as("%s", table).isEqualTo(1);
        }
      }
      for (int sum = 0; sum < data; sum++) {
        assertThat(table.sums()[sum]).isEqualTo(sum);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 15", "2, 1, 18", "2, 2, 19", "3, 1, 24", "3, 2, 22", "3, 3, 23"})
  void theTablesOfThreeByThree(int colluders, int chunk, int threshold) {
    assertThat(new DegreeTable(3, 3, colluders, chunk).size()).isEqualTo(threshold);
  }

  @Test
  void theBestChunkLiesSometimesBetweenSmallAndBig() {
    int between = 0;
    int transposed = 0;
    for (int m = 1; m <= LARGEST; m++) {
      for (int n = 1; n <= LARGEST; n++) {
        for (int colluders = 1; colluders <= LARGEST; colluders++) {
          long best = DegreeTable.smallest(m, n, colluders, true).size();
          long small = new DegreeTable(m, n, colluders, 1).size();
          long big = new DegreeTable(m, n, colluders, Math.min(m, colluders)).size();
          assertThat(best).isLessThanOrEqualTo(Math.min(small, big));
          between += best < Math.min(small, big) ? 1 : 0;
          Partition partition = new Partition(1, m, n);
          GaspParameters parameters = GaspParameters.best(1000, partition, colluders);
          assertThat((long) parameters.recoveryThreshold())
              .isEqualTo(GaspParameters.threshold(1000, partition, colluders));
          transposed += parameters.transposed() ? 1 : 0;
        }
      }
    }
    assertThat(between).isEqualTo(79);
    assertThat(transposed).isPositive();
  }

  @Test
  void finerPartitionsNeedMoreAnswers() {
    for (int workers : new int[] {9, 1000}) { // with all r, and with those that need no checks
      for (int colluders = 1; colluders <= 8; colluders++) {
        for (int m = 1; m <= 9; m++) {
          for (int n = 1; n <= 9; n++) {
            long threshold = threshold(workers, m, n, colluders);
            assertThat(threshold(workers, m + 1, n, colluders)).isGreaterThanOrEqualTo(threshold);
            assertThat(threshold(workers, m, n + 1, colluders)).isGreaterThanOrEqualTo(threshold);
          }
        }
      }
    }
  }

  private static long threshold(int workers, int m, int n, int colluders) {
    return GaspParameters.threshold(workers, new Partition(1, m, n), colluders);
  }

  @Test
  void theNoiseStepIsTheDistanceOfEquallySpacedNoiseExponents() {
    int uneven = 0;
    for (DegreeTable table : small()) {
      int[] all = table.denseExponents();
      int[] noise = Arrays.copyOfRange(all, table.dense(), all.length);
      int first = noise.length > 1 ? noise[1] - noise[0] : 1;
      boolean even =
          IntStream.range(1, noise.length).allMatch(t -> noise[t] - noise[t - 1] == first);
      assertThat(table.noiseStep()).as("%s", table).isEqualTo(even ? first : 0);
      uneven += even ? 0 : 1;
    }
    assertThat(uneven).isEqualTo(7 * 55); // Σ_{d,T ≤ 7} max(0, min(d, T) − 2) = 55
  }

  @Test
  void amongTooManySetsToCheckOnlyProvenChunksAreChosen() {
    Partition partition = new Partition(1, 4, 7);
    GaspParameters few = GaspParameters.best(56, partition, 4); // C(56, 4) = 367,290 sets
    assertThat(few.table().noiseStep()).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaspParameters(56, partition, 4, 2, false))
        .withMessageContaining("from every 4 of 56 workers; r = 1 and r = 4 can");
  }

  @Test
  void tablesAndParametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DegreeTable(3, 3, 2, 3))
        .withMessageContaining("T = 2, r = 3");
    assertThatIllegalArgumentException().isThrownBy(() -> new DegreeTable(0, 3, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DegreeTable(3, 0, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DegreeTable(3, 3, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DegreeTable(3, 3, 2, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaspParameters.best(14, new Partition(1, 3, 3), 1))
        .withMessageContaining("R = 15; N ≥ R workers are needed, not 14");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaspParameters.best(99, new Partition(2, 3, 3), 1))
        .withMessageContaining("p = 1 is legal");
  }
}
