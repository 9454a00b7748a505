package io.lagrid.algebra.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {

  private final Matrix matrix =
      Matrix.ofRows(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}});

  @Test
  void sharesTheArrayItIsMadeOf() {
    double[] data = {1, 2, 3, 4, 5, 6};
    Matrix shared = Matrix.of(2, 3, data);
    data[4] = 50;
    assertThat(shared.get(1, 1)).isEqualTo(50);
    assertThat(shared.data()).isSameAs(data);
    assertThat(shared.contiguous()).isTrue();
  }

  @Test
  void copiesRows() {
    double[] row = {1, 2};
    Matrix copied = Matrix.ofRows(row, new double[] {3, 4});
    row[0] = 9;
    assertThat(copied.get(0, 0)).isEqualTo(1);
    assertThat(Matrix.ofRows().shape()).isEqualTo("0x0");
  }

  @Test
  void viewsShareEntries() {
    Matrix view = matrix.block(1, 1, 2, 2);
    assertThat(view.toArray()).containsExactly(6, 7, 10, 11);
    assertThat(view.contiguous()).isFalse();
    view.set(1, 0, -1);
    assertThat(matrix.get(2, 1)).isEqualTo(-1);
    assertThat(view.block(1, 0, 1, 2).toArray()).containsExactly(-1, 11);
    assertThat(view.block(1, 0, 1, 2).contiguous()).isTrue();
  }

  @Test
  void emptyViewsMayBeginAtTheEnd() {
    assertThat(matrix.block(3, 4, 0, 0).shape()).isEqualTo("0x0");
    assertThat(matrix.block(3, 0, 0, 4).toArray()).isEmpty();
  }

  @Test
  void copiesAreIndependent() {
    Matrix copy = matrix.block(0, 2, 3, 2).copy();
    copy.set(0, 0, 99);
    assertThat(matrix.get(0, 2)).isEqualTo(3);
    assertThat(copy.contiguous()).isTrue();
  }

  @Test
  void writesThroughViews() {
    matrix.block(1, 2, 2, 2).write(Matrix.ofRows(new double[][] {{-1, -2}, {-3, -4}}));
    assertThat(matrix.toArray()).containsExactly(1, 2, 3, 4, 5, 6, -1, -2, 9, 10, -3, -4);
  }

  @Test
  void transposesViews() {
    assertThat(matrix.block(0, 1, 3, 2).transpose())
        .isEqualTo(Matrix.ofRows(new double[][] {{2, 6, 10}, {3, 7, 11}}));
  }

  @Test
  void equalityIsByShapeAndEntries() {
    assertThat(matrix.block(0, 0, 3, 4)).isEqualTo(matrix.copy()).hasSameHashCodeAs(matrix.copy());
    assertThat(Matrix.zeros(2, 3)).isNotEqualTo(Matrix.zeros(3, 2));
    assertThat(Matrix.zeros(2, 3)).isNotEqualTo(Matrix.zeros(2, 2)).isNotEqualTo("2x3");
    assertThat(matrix.block(0, 0, 1, 2)).isNotEqualTo(matrix.block(1, 0, 1, 2));
  }

  @Test
  void printsSmallMatricesOnly() {
    assertThat(Matrix.of(1, 2, new double[] {1, 2})).hasToString("Matrix 1x2 [1.0, 2.0]");
    assertThat(Matrix.zeros(9, 9)).hasToString("Matrix 9x9 […]");
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertThatThrownBy(() -> Matrix.of(2, 2, new double[3]))
        .hasMessageContaining("2x2")
        .hasMessageContaining("3");
    assertThatThrownBy(() -> Matrix.of(-1, 2, new double[0])).hasMessageContaining("-1");
    assertThatThrownBy(() -> Matrix.zeros(-1, -2)).hasMessageContaining("-1x-2");
    assertThatThrownBy(() -> Matrix.zeros(1 << 16, 1 << 16)).hasMessageContaining("65536x65536");
    assertThatThrownBy(() -> Matrix.ofRows(new double[2], new double[3]))
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> matrix.write(Matrix.zeros(3, 3)))
        .hasMessageContaining("3x3")
        .hasMessageContaining("3x4");
    assertThatThrownBy(() -> matrix.write(Matrix.zeros(4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesIndicesOutside() {
    assertThatThrownBy(() -> matrix.get(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.set(0, 4, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.block(2, 0, 2, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.block(0, 3, 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void floatsAreWidenedExactly() {
    float[] floats = {0.1f, -3, Float.MIN_VALUE, Float.MAX_VALUE};
    Matrix matrix = Matrix.ofFloats(2, 2, floats);
    for (int i = 0; i < 4; i++) {
      assertThat((float) matrix.data()[i]).isEqualTo(floats[i]);
      assertThat(matrix.data()[i]).isEqualTo((double) floats[i]);
    }
    assertThat(matrix.toFloats()).isEqualTo(floats);
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.ofFloats(2, 2, new float[3]));
  }

  @Test
  void floatsAreTheNearestOnesOfAnyView() {
    Matrix matrix = Matrix.of(2, 3, new double[] {9, 0.1, 1 + 0x1p-25, 9, 1e300, -1e-50});
    assertThat(matrix.block(0, 1, 2, 2).toFloats())
        .containsExactly(0.1f, 1f, Float.POSITIVE_INFINITY, -0f);
  }
}
