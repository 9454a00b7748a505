package io.lagrid.algebra.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {

  private static final long SEED = 7;

  private final Randomness random = Randomness.insecure(SEED);

  /** The naive twin: every entry added to a dense matrix. */
  private static Matrix written(int rows, int columns, int[] rowOf, int[] columnOf, double[] of) {
    Matrix dense = Matrix.zeros(rows, columns);
    for (int k = 0; k < of.length; k++) {
      dense.set(rowOf[k], columnOf[k], dense.get(rowOf[k], columnOf[k]) + of[k]);
    }
    return dense;
  }

  private int[] indices(int count, int bound) {
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> random.nextInt(bound));
    return indices;
  }

  @Test
  void entriesInAnyOrderMakeTheMatrixThatAddsThem() {
    int cases = 0;
    for (int rows = 1; rows <= 5; rows++) {
      for (int columns = 1; columns <= 5; columns++) {
        for (int count : new int[] {0, 1, 3, 30}) {
          int[] rowOf = indices(count, rows);
          int[] columnOf = indices(count, columns);
          double[] values = new double[count];
          Arrays.setAll(values, i -> random.nextInt(9) - 4);
          SparseMatrix sparse = SparseMatrix.ofEntries(rows, columns, rowOf, columnOf, values);
          Matrix dense = written(rows, columns, rowOf, columnOf, values);
          assertThat(sparse.dense()).as("seed %d", SEED).isEqualTo(dense);
          assertThat(sparse.transpose().dense()).isEqualTo(dense.transpose());
          assertThat(sparse.transpose().transpose()).isEqualTo(sparse).hasSameHashCodeAs(sparse);
          assertThat(sparse.entries()).isLessThanOrEqualTo((long) rows * columns);
          cases += windows(sparse, dense);
        }
      }
    }
    assertThat(cases).isEqualTo(25 * 4 * 9);
  }

  /** Windows of 3x2 that begin anywhere and may reach beyond the matrix. */
  private static int windows(SparseMatrix sparse, Matrix dense) {
    int cases = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        Matrix expected = Matrix.zeros(3, 2);
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 2; j++) {
            boolean inside = row + i < dense.rows() && column + j < dense.columns();
            expected.set(i, j, inside ? dense.get(row + i, column + j) : 0);
          }
        }
        SparseMatrix part = sparse.in(sparse.pattern().window(row, column, 3, 2));
        assertThat(part.dense()).isEqualTo(expected);
        cases++;
      }
    }
    return cases;
  }

  @Test
  void longsAreAddedExactlyOrRefused() {
    int[] rows = {1, 0, 1};
    int[] columns = {2, 0, 2};
    SparseLongMatrix sums =
        SparseLongMatrix.ofEntries(2, 3, rows, columns, new long[] {1L << 62, 5, -3});
    assertThat(sums.get(1, 2)).isEqualTo((1L << 62) - 3);
    assertThat(sums.get(0, 1)).isZero();
    assertThat(sums.entries()).isEqualTo(2);
    assertThat(sums.transpose().get(2, 1)).isEqualTo((1L << 62) - 3);
    assertThat(sums.toDoubles().dense())
        .isEqualTo(Matrix.ofRows(new double[] {5, 0, 0}, new double[] {0, 0, 0x1p62}));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                SparseLongMatrix.ofEntries(2, 3, rows, columns, new long[] {Long.MAX_VALUE, 0, 1}));
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparsityPattern.of(2, 3, new int[] {0, 2, 2}, new int[] {1, 1}))
        .withMessage("row 0 lists column 1; legal here are 2 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparsityPattern.of(2, 3, new int[] {0, 1}, new int[] {1}))
        .withMessage("2 starts of rows for a 2x3 matrix");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparsityPattern.of(1, 3, new int[] {0, 2}, new int[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparsityPattern.of(1, 3, new int[] {0, 1}, new int[] {1, 2}))
        .withMessage("1 places in rows, 2 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparseMatrix.ofEntries(2, 2, new int[] {2}, new int[] {0}, new double[1]))
        .withMessage("entry 0 lies in row 2; legal are 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SparseMatrix.ofEntries(2, 2, new int[] {1}, new int[] {0}, new double[2]));
  }

  @Test
  void aMatrixThatIsTooLargeIsNotWrittenOut() {
    SparsityPattern empty =
        SparsityPattern.of(1 << 15, 1 << 15, new int[(1 << 15) + 1], new int[0]);
    SparseMatrix matrix = SparseMatrix.of(empty, new double[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(matrix::dense)
        .withMessageContaining("a 32768x32768 matrix has 1073741824 entries");
  }

  @Test
  void blocksCountTheBytesOfTheirPlacesToo() {
    SparsityPattern pattern = SparsityPattern.of(2, 9, new int[] {0, 2, 3}, new int[] {1, 8, 4});
    SparseBlock block = SparseBlock.of(pattern, List.of(new double[3], new double[3]));
    assertThat(block.entries()).isEqualTo(6);
    assertThat(block.bytes()).isEqualTo(6 * 8 + (3 + 3) * 4);
    assertThat(block.plane(1).dense()).isEqualTo(Matrix.zeros(2, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> SparseBlock.of(pattern, List.of()));
  }
}
