package io.lagrid.codes.csa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class GcsaParametersTest {

  @Test
  void groupSizesAreThoseThatNoSmallerOneMatches() {
    for (int batch = 1; batch <= 200; batch++) {
      TreeSet<Integer> naive = new TreeSet<>();
      for (int groups = 1; groups <= batch; groups++) {
        naive.add((batch + groups - 1) / groups);
      }
      assertThat(GcsaFamily.groupSizes(batch)).containsExactlyElementsOf(naive.descendingSet());
    }
    assertThat(GcsaFamily.groupSizes(12)).containsExactly(12, 6, 4, 3, 2, 1);
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GcsaParameters.csa(4, 4, 2, 0))
        .withMessage(
            "L = 4, Kc = 2, partition 1x1x1, T = 0 has R = 5; N ≥ R workers are needed, not 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GcsaParameters.csa(40, 4, 5, 0))
        .withMessageContaining("Kc = 5 for a batch of L = 4");
    assertThatIllegalArgumentException().isThrownBy(() -> GcsaParameters.csa(40, 4, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> GcsaParameters.csa(40, 4, 2, -1));
    ProductGrid cut = new ProductGrid(4, new Partition(1, 2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GcsaParameters("csa", 40, cut, 2, 0))
        .withMessageContaining("no code 'csa' with partition 1x2x1");
    assertThatIllegalArgumentException().isThrownBy(() -> new GcsaParameters("lcc", 40, cut, 2, 0));
  }

  @Test
  void namedParametersAreTheLettersOfThePaper() {
    GcsaParameters parameters = GcsaParameters.csa(40, 5, 2, 1);
    assertThat(parameters.groups()).isEqualTo(3);
    assertThat(parameters.named().toString()).isEqualTo("{L=5, p=1, m=1, n=1, l=3, Kc=2}");
  }

  @Test
  void workersNeverSitOnPoles() {
    for (int batch = 1; batch <= 12; batch++) {
      for (int workers = 2 * batch; workers <= 30; workers++) {
        GcsaCode code = new GcsaCode(GcsaParameters.csa(workers, batch, batch, 0));
        for (Field field : List.of(PrimeField.of(101), Arithmetic.real().plane(0))) {
          double[] all =
              DoubleStream.concat(
                      DoubleStream.of(code.points(field)), DoubleStream.of(code.poles(field)))
                  .toArray();
          assertThat(all).doesNotHaveDuplicates().hasSize(workers + batch);
        }
      }
    }
  }
}
