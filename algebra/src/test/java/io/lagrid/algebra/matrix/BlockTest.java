package io.lagrid.algebra.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void holdsItsPlanes() {
    Matrix plane = Matrix.zeros(2, 3);
    List<Matrix> planes = new ArrayList<>(List.of(plane, Matrix.zeros(2, 3)));
    Block block = new Block(planes);
    planes.clear();
    assertThat(block.planes()).hasSize(2);
    assertThat(block.plane(0)).isSameAs(plane);
    assertThat(block.rows()).isEqualTo(2);
    assertThat(block.columns()).isEqualTo(3);
    assertThat(block.entries()).isEqualTo(12);
  }

  @Test
  void comparesByPlanes() {
    assertThat(Block.zeros(2, 1, 2)).isEqualTo(Block.zeros(2, 1, 2)).isNotEqualTo(null);
    assertThat(Block.zeros(2, 1, 2)).hasSameHashCodeAs(Block.zeros(2, 1, 2));
    assertThat(Block.zeros(2, 1, 2)).isNotEqualTo(Block.zeros(1, 1, 2));
    assertThat(Block.zeros(1, 1, 1)).hasToString("Block [Matrix 1x1 [0.0]]");
  }

  @Test
  void refusesPlanesOfDifferentShapes() {
    assertThatThrownBy(() -> new Block(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Block(List.of(Matrix.zeros(1, 2), Matrix.zeros(2, 1))))
        .hasMessageContaining("1x2")
        .hasMessageContaining("2x1");
    assertThatThrownBy(() -> new Block(List.of(Matrix.zeros(1, 2), Matrix.zeros(1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
