package io.lagrid.codes.csa;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.codes.BilinearAnswers;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.lagrange.LagrangeProductParameters;
import io.lagrid.codes.product.EntangledParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thresholds against their parents, and against the rank of the answers. */
final class GcsaThresholdTest {

  private static final int MANY = 1000;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));

  private static int csa(int batch, int groupSize, int colluders) {
    return GcsaParameters.csa(MANY, batch, groupSize, colluders).recoveryThreshold();
  }

  private static int gcsa(int batch, Partition partition, int groupSize, int colluders) {
    ProductGrid grid = new ProductGrid(batch, partition);
    return GcsaParameters.gcsa(MANY, grid, groupSize, colluders).recoveryThreshold();
  }

  @Test
  void thresholdsAreThoseOfThePaperWhereGroupsAreEqual() {
    for (int groups = 1; groups <= 6; groups++) {
      for (int groupSize = 1; groupSize <= 6; groupSize++) {
        int batch = groups * groupSize;
        assertThat(csa(batch, groupSize, 0)).isEqualTo((groups + 1) * groupSize - 1);
        for (int colluders = 1; colluders <= 4; colluders++) {
          assertThat(csa(batch, groupSize, colluders))
              .isEqualTo((groups + 1) * groupSize + 2 * colluders - 1);
        }
        assertThat(gcsa(batch, new Partition(2, 3, 2), groupSize, 0))
            .isEqualTo(12 * ((groups + 1) * groupSize - 1) + 2 - 1);
      }
    }
  }

  @Test
  void aSingleGroupNeedsAsManyAnswersAsLagrangeCoding() {
    for (int batch = 1; batch <= 10; batch++) {
      ProductGrid grid = new ProductGrid(batch, Partition.WHOLE);
      for (int colluders = 0; colluders <= 4; colluders++) {
        int lagrange = new LagrangeProductParameters(MANY, grid, colluders).recoveryThreshold();
        assertThat(csa(batch, batch, colluders)).isEqualTo(lagrange);
        for (int groupSize = 1; groupSize < batch; groupSize++) {
          assertThat(csa(batch, groupSize, colluders)).isLessThan(lagrange);
        }
      }
    }
  }

  @Test
  void itReducesToBothParents() {
    for (int batch = 1; batch <= 6; batch++) {
      for (int groupSize = 1; groupSize <= batch; groupSize++) {
        assertThat(gcsa(batch, Partition.WHOLE, groupSize, 0)).isEqualTo(csa(batch, groupSize, 0));
      }
    }
    for (int p = 1; p <= 4; p++) {
      for (int m = 1; m <= 4; m++) {
        for (int n = 1; n <= 4; n++) {
          Partition partition = new Partition(p, m, n);
          assertThat(gcsa(1, partition, 1, 0))
              .isEqualTo(EntangledParameters.entangled(MANY, partition, 0).recoveryThreshold());
        }
      }
      assertThat(gcsa(1, new Partition(p, 1, 1), 1, 2))
          .isEqualTo(EntangledParameters.matdot(MANY, p, 2).recoveryThreshold());
    }
  }

  /** Every batch, group size and partition with at most eight block products. */
  private static List<GcsaParameters> small(int colluders) {
    List<GcsaParameters> cases = new ArrayList<>();
    for (int batch = 1; batch <= 4; batch++) {
      for (int groupSize = 1; groupSize <= batch; groupSize++) {
        for (int p = 1; p <= 3; p++) {
          for (int m = 1; m <= 3; m++) {
            for (int n = 1; n <= 3; n++) {
              if (batch * p * m * n <= 8) {
                ProductGrid grid = new ProductGrid(batch, new Partition(p, m, n));
                int threshold = gcsa(batch, grid.partition(), groupSize, colluders);
                cases.add(GcsaParameters.gcsa(threshold + 2, grid, groupSize, colluders));
              }
            }
          }
        }
      }
    }
    return cases;
  }

  @Test
  void withoutColludersTheThresholdIsTheDimensionOfTheAnswers() {
    List<GcsaParameters> cases = small(0);
    for (GcsaParameters parameters : cases) {
      BilinearAnswers answers = new BilinearAnswers(new GcsaCode(parameters), field);
      int threshold = parameters.recoveryThreshold();
      assertThat(answers.dimension()).as("%s", parameters).isEqualTo(threshold);
      assertThat(answers.determined(threshold)).as("%s", parameters).isTrue();
      assertThat(answers.determined(threshold - 1)).as("%s", parameters).isFalse();
    }
    assertThat(cases).hasSize(17 + 2 * 10 + 3 * 4 + 4 * 4); // L group sizes × partitions
  }

  @Test
  void withColludersTheThresholdSufficesAndForWholeProductsIsTight() {
    int loose = 0;
    for (GcsaParameters parameters : small(1)) {
      BilinearAnswers answers = new BilinearAnswers(new GcsaCode(parameters), field);
      int threshold = parameters.recoveryThreshold();
      assertThat(answers.dimension()).as("%s", parameters).isLessThanOrEqualTo(threshold);
      assertThat(answers.determined(threshold)).as("%s", parameters).isTrue();
      Partition partition = parameters.grid().partition();
      if (partition.m() == 1 || partition.n() == 1) {
        assertThat(answers.dimension()).as("%s", parameters).isEqualTo(threshold);
      }
      loose += answers.dimension() < threshold ? 1 : 0;
    }
    // Cut by rows and by columns, the exponents of the noise leave gaps, as in GASP.
    assertThat(loose).isPositive();
  }
}
