package io.lagrid.codes.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Subsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MinorCheckTest {

  private static final long SEED = 5;

  private final PrimeField field = PrimeField.of(5);
  private final Randomness random = Randomness.insecure(SEED);

  private Matrix uniform(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    random.fill(field, matrix.data(), 0, rows * columns);
    return matrix;
  }

  @Test
  void theVerdictOnRowGroupsIsThatOfEveryRank() {
    int singular = 0;
    for (int trial = 0; trial < 300; trial++) {
      int groupSize = 1 + trial % 3;
      Matrix matrix = uniform(4 * groupSize, 2 * groupSize);
      MinorVerdict verdict = MinorCheck.check(matrix, field, groupSize);
      boolean naive =
          Subsets.ofSize(4, 2).stream().allMatch(pair -> invertible(matrix, pair, groupSize));
      assertThat(verdict.passed()).as("trial %d, seed %d", trial, SEED).isEqualTo(naive);
      assertThat(verdict.exhaustive()).isEqualTo(naive);
      if (naive) {
        assertThat(verdict.submatrices()).isEqualTo(Subsets.binomial(4, 2));
      } else {
        singular++;
        assertThat(verdict.singular()).hasSize(2).doesNotHaveDuplicates();
        assertThat(invertible(matrix, verdict.singular(), groupSize)).isFalse();
      }
    }
    assertThat(singular).isBetween(100, 299);
  }

  private boolean invertible(Matrix matrix, List<Integer> groups, int groupSize) {
    List<double[]> rows = new ArrayList<>();
    for (int group : groups) {
      for (int i = 0; i < groupSize; i++) {
        rows.add(EchelonRows.row(matrix, group * groupSize + i));
      }
    }
    return LinearSystems.invertible(field, Matrix.ofRows(rows.toArray(new double[0][])));
  }

  @Test
  void ofManyLargeSubmatricesFewAreSampled() {
    PrimeField large = PrimeField.of(8_380_417);
    Matrix matrix = Matrix.zeros(400, 200);
    random.fill(large, matrix.data(), 0, 400 * 200);
    MinorVerdict verdict = MinorCheck.check(matrix, large, 1);
    assertThat(verdict).isEqualTo(new MinorVerdict((1 << 27) / 8_000_000, false, List.of()));
  }

  @Test
  void subsetsAreCounted() {
    for (int n = 1; n <= 18; n++) {
      for (int k = 0; k <= n; k++) {
        assertThat(MinorCheck.subsets(n, k)).isEqualTo(Subsets.binomial(n, k));
      }
    }
    assertThat(MinorCheck.subsets(1000, 500)).isGreaterThan(MinorCheck.EXHAUSTIVE);
  }

  @Test
  void matricesWithoutSuchMinorsAreRefused() {
    int[][] illegal = {{2, 3, 1}, {3, 0, 1}, {4, 2, 0}, {5, 2, 2}, {4, 3, 2}};
    for (int[] shape : illegal) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MinorCheck.check(Matrix.zeros(shape[0], shape[1]), field, shape[2]))
          .withMessageContaining("row groups of " + shape[2]);
    }
  }

  @Test
  void aStackOfRowsKnowsItsRankAndItsCopyGoesItsOwnWay() {
    EchelonRows rows = new EchelonRows(field, 3);
    assertThat(rows.push(new double[] {1, 2, 0})).isTrue();
    assertThat(rows.push(new double[] {2, -1, 0})).isFalse(); // twice the first, modulo 5
    EchelonRows copy = rows.copy();
    assertThat(copy.push(new double[] {0, 0, 2})).isTrue();
    assertThat(copy.size()).isEqualTo(2);
    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.independent(new double[] {0, 0, 1})).isTrue();
    assertThat(copy.independent(new double[] {1, 2, 1})).isFalse();
  }
}
