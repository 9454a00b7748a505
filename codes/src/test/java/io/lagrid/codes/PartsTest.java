package io.lagrid.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small records: what they accept, what they refuse, how they print. */
final class PartsTest {

  @Test
  void partitionsAreReadAsTheyArePrinted() {
    Partition partition = Partition.parse("2x3x4");
    assertThat(partition).isEqualTo(new Partition(2, 3, 4)).hasToString("2x3x4");
    assertThat(partition.blockProducts()).isEqualTo(24);
    assertThat(partition.named().toString()).isEqualTo("{p=2, m=3, n=4}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2x3", "2x3x", "axbxc", "2x3x4x5", "-1x1x1", "1234567x1x1"})
  void otherTextIsNoPartition(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Partition.parse(text))
        .withMessageContaining("PxMxN");
  }

  @Test
  void partitionsWithoutBlocksAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Partition.parse("0x1x1"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Partition(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Partition(1, 1, 0));
  }

  @Test
  void tolerancesCount() {
    Tolerance tolerance = Tolerance.stragglers(2).adversaries(1).colluders(3);
    assertThat(tolerance).isEqualTo(new Tolerance(2, 1, 3));
    assertThat(tolerance).hasToString("2 stragglers, 1 adversaries, 3 colluders");
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.stragglers(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.NONE.adversaries(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.NONE.colluders(-1));
  }

  @Test
  void anAdversaryCostsTwoWorkersOrOneIfAnswersAreVerified() {
    Operation operation = Operation.Product.of(4, 5, 6);
    Tolerance tolerance = new Tolerance(2, 3, 1);
    Requirement located = new Requirement(operation, 20, tolerance, true, false, Optional.empty());
    Requirement verified = new Requirement(operation, 20, tolerance, true, true, Optional.empty());
    assertThat(located.reserve()).isEqualTo(8);
    assertThat(located.largestThreshold()).isEqualTo(12);
    assertThat(verified.reserve()).isEqualTo(5);
    assertThat(verified.largestThreshold()).isEqualTo(15);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Requirement(operation, 0, tolerance, true, true, Optional.empty()));
  }

  @Test
  void productsHaveEntries() {
    Operation.Product product = new Operation.Product(2, 3, 4, 5);
    assertThat(product.work()).isEqualTo(120);
    assertThat(product.name()).isEqualTo("multiply");
    assertThatIllegalArgumentException().isThrownBy(() -> new Operation.Product(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Operation.Product.of(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Operation.Product.of(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Operation.Product.of(1, 1, 0));
  }

  @Test
  void encodingsHaveOneColumnPerBlock() {
    assertThat(new Encoding(2, 1, Matrix.zeros(4, 3)).coefficients().rows()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoding(2, 1, Matrix.zeros(4, 2)))
        .withMessageContaining("3 columns, not 2");
  }

  @Test
  void projectionsMatchWhenTheirScalarsAreEqual() {
    Projection projection = new Projection(List.of(new double[] {0, 1}));
    assertThat(projection.matches(new Projection(List.of(new double[] {-0.0, 1})))).isTrue();
    assertThat(projection.matches(new Projection(List.of(new double[] {0, 2})))).isFalse();
    assertThat(projection.matches(new Projection(List.of(new double[] {0})))).isFalse();
    assertThat(projection.matches(Projection.NONE)).isFalse();
  }

  @Test
  void aProposalWithoutCodesMustSayWhy() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Proposal.Codes(List.of()));
  }
}
