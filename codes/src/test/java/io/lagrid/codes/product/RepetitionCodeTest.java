package io.lagrid.codes.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.lagrange.LagrangeProductParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepetitionCodeTest {

  private static RepetitionParameters parameters(int workers, int products) {
    return new RepetitionParameters(workers, new ProductGrid(products, Partition.WHOLE));
  }

  @Test
  void theThresholdIsTheWorstCase() {
    for (int products = 1; products <= 8; products++) {
      for (int workers = products; workers <= 30; workers++) {
        RepetitionParameters parameters = parameters(workers, products);
        assertThat(parameters.recoveryThreshold()).isEqualTo(workers - workers / products + 1);
        assertThat(parameters.copies()).isEqualTo(workers / products);
      }
    }
  }

  @Test
  void itBeatsLagrangeExactlyWhereWorkersAreFew() {
    int better = 0;
    for (int products = 2; products <= 8; products++) {
      for (int workers = 2 * products - 1; workers <= 40; workers++) {
        ProductGrid grid = new ProductGrid(products, Partition.WHOLE);
        int lagrange = new LagrangeProductParameters(workers, grid, 0).recoveryThreshold();
        int repetition = parameters(workers, products).recoveryThreshold();
        boolean few = workers < 2 * products - 1;
        assertThat(repetition < lagrange).isEqualTo(few);
        better += repetition == lagrange ? 1 : 0;
      }
      for (int workers = products; workers < 2 * products - 1; workers++) {
        // Lagrange coding does not exist here; repetition does.
        assertThat(parameters(workers, products).recoveryThreshold()).isLessThan(2 * products - 1);
      }
    }
    assertThat(better).isPositive();
  }

  @Test
  void tooFewWorkersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parameters(3, 4))
        .withMessageContaining("K = 4 block products; N ≥ K workers are needed, not 3");
  }

  @Test
  void theFirstAnswersOfEveryGroupDecideWithoutLiars() {
    Decoder decoder = new RepetitionCode(parameters(6, 2)).newDecoder(Arithmetic.real(), 0);
    assertThat(decoder.offer(0, Projection.NONE)).isFalse();
    assertThat(decoder.offer(2, Projection.NONE)).isFalse();
    assertThat(decoder.reachable(List.of(4))).isFalse();
    assertThat(decoder.reachable(List.of(5))).isTrue();
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(2, 4));
    assertThat(decoder.offer(5, Projection.NONE)).isTrue();
    assertThat(((Decoding.Decodable) decoder.outcome()).used()).containsExactly(0, 5);
  }

  @Test
  void aSplitGroupIsInconsistentAndItsLosersAreSuspected() {
    Arithmetic arithmetic = Arithmetic.residues(List.of(101));
    Decoder decoder = new RepetitionCode(parameters(6, 2)).newDecoder(arithmetic, 1);
    for (int worker : new int[] {0, 2, 1, 3}) {
      decoder.offer(worker, scalar(worker == 3 ? 9 : 7));
    }
    assertThat(decoder.outcome()).isEqualTo(new Decoding.TooFew(4, 6));
    assertThat(decoder.offer(4, scalar(8))).isFalse();
    Decoding.Inconsistent inconsistent = (Decoding.Inconsistent) decoder.outcome();
    assertThat(inconsistent.suspects()).containsExactly(4);
    assertThat(inconsistent.needed()).isEqualTo(6);
    assertThat(decoder.reachable(List.of(5))).isFalse();
  }

  private static Projection scalar(double value) {
    return new Projection(List.of(new double[] {value}));
  }
}
