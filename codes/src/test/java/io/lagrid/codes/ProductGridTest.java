package io.lagrid.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ProductGridTest {

  @Test
  void blockProductsAreNumberedByTheirDefinition() {
    for (int batch = 1; batch <= 3; batch++) {
      for (int p = 1; p <= 3; p++) {
        for (int m = 1; m <= 3; m++) {
          for (int n = 1; n <= 3; n++) {
            check(new ProductGrid(batch, new Partition(p, m, n)));
          }
        }
      }
    }
  }

  private static void check(ProductGrid grid) {
    int p = grid.partition().p();
    int m = grid.partition().m();
    int n = grid.partition().n();
    int number = 0;
    for (int l = 0; l < grid.batch(); l++) {
      for (int k = 0; k < m; k++) {
        for (int j = 0; j < p; j++) {
          for (int column = 0; column < n; column++) {
            assertThat(grid.products().get(number++))
                .isEqualTo(
                    new ProductGrid.BlockProduct(
                        (l * m + k) * p + j, (l * p + j) * n + column, (l * m + k) * n + column));
          }
        }
      }
    }
    assertThat(grid.size()).isEqualTo(number);
    assertThat(grid.leftBlocks()).isEqualTo(grid.blocks(0)).isEqualTo(grid.batch() * m * p);
    assertThat(grid.rightBlocks()).isEqualTo(grid.blocks(1)).isEqualTo(grid.batch() * p * n);
    assertThat(grid.resultBlocks()).isEqualTo(grid.batch() * m * n);
  }

  @Test
  void absurdGridsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ProductGrid(0, Partition.WHOLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProductGrid(2, new Partition(4096, 4096, 1)))
        .withMessageContaining("2 products cut 4096x4096x1");
    assertThatThrownBy(() -> new ProductGrid(1, Partition.WHOLE).blocks(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
