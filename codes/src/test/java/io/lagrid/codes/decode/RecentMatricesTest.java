package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.decode.RecentMatrices.Responders;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentMatricesTest {

  private final RecentMatrices<Responders> matrices = new RecentMatrices<>();
  private int computed;

  @Test
  void theSameRespondersMeetTheSameMatrix() {
    Matrix first = get(7, List.of(1, 2), 4);
    assertThat(get(7, List.of(1, 2), 4)).isSameAs(first);
    assertThat(get(7, List.of(1, 3), 4)).isNotSameAs(first);
    assertThat(get(11, List.of(1, 2), 4)).isNotSameAs(first);
    assertThat(computed).isEqualTo(3);
  }

  @Test
  void theLeastRecentlyUsedMatricesAreDropped() {
    int side = 1 << 10;
    int fitting = (int) (RecentMatrices.CAPACITY / side / side);
    for (int worker = 0; worker < 3 * fitting; worker++) {
      Matrix first = get(7, List.of(0), side);
      get(7, List.of(worker), side);
      assertThat(matrices.size()).isLessThanOrEqualTo(fitting);
      assertThat(get(7, List.of(0), side)).isSameAs(first);
    }
    assertThat(computed).isEqualTo(3 * fitting);
    get(7, List.of(1), side);
    assertThat(computed).isEqualTo(3 * fitting + 1);
  }

  @Test
  void aMatrixTooLargeToKeepIsStillReturned() {
    get(7, List.of(0), 2);
    assertThat(get(7, List.of(1), 1 << 12).rows()).isEqualTo(1 << 12);
    assertThat(matrices.size()).isEqualTo(1);
  }

  private Matrix get(int prime, List<Integer> workers, int side) {
    return matrices.get(
        new Responders(PrimeField.of(prime), workers),
        () -> {
          computed++;
          return Matrix.zeros(side, side);
        });
  }
}
