package io.lagrid.algebra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripesTest {

  private static final long MUCH = 1L << 40;

  @Test
  void everyEntryLiesInOneStripe() {
    int cases = 0;
    for (int rows = 1; rows <= 7; rows++) {
      for (int columns = 1; columns <= 7; columns++) {
        for (int cores = 1; cores <= 9; cores++) {
          Matrix counts = Matrix.zeros(rows, columns);
          Stripes stripes = Stripes.of(counts, MUCH, cores);
          assertThat(stripes.count()).isEqualTo(Math.min(cores, Math.max(rows, columns)));
          for (int i = 0; i < stripes.count(); i++) {
            countUp(stripes.of(List.of(counts), i).get(0));
          }
          assertThat(counts.toArray()).containsOnly(1);
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(7 * 7 * 9);
  }

  @Test
  void stripesAreEven() {
    Stripes stripes = Stripes.of(Matrix.zeros(100, 3), MUCH, 7);
    List<Integer> heights = new ArrayList<>();
    for (int i = 0; i < stripes.count(); i++) {
      heights.add(stripes.of(List.of(Matrix.zeros(100, 3)), i).get(0).rows());
    }
    assertThat(heights).hasSize(7).allMatch(height -> height == 14 || height == 15);
  }

  @Test
  void littleWorkIsOneStripe() {
    assertThat(Stripes.of(Matrix.zeros(1000, 1000), 1 << 20, 16).count()).isEqualTo(1);
    assertThat(Stripes.of(Matrix.zeros(0, 0), 0, 16).count()).isEqualTo(1);
  }

  private static void countUp(Matrix stripe) {
    for (int i = 0; i < stripe.rows(); i++) {
      for (int j = 0; j < stripe.columns(); j++) {
        stripe.set(i, j, stripe.get(i, j) + 1);
      }
    }
  }
}
