package io.lagrid.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.matrix.Matrix;
import org.junit.jupiter.api.Test;

final class EncodingTest {

  @Test
  void rowsAreSharesAndColumnsAreBlocks() {
    Matrix coefficients = Matrix.zeros(6, 4);
    assertThat(new Encoding(3, 1, coefficients).workers()).isEqualTo(6);
    assertThat(new Encoding(3, 1, 2, coefficients).workers()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoding(3, 2, coefficients))
        .withMessage("an encoding of 3 data and 2 noise blocks has 5 columns, not 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoding(3, 1, 4, coefficients))
        .withMessage("6 coded blocks are no shares of 4 blocks each");
    assertThatIllegalArgumentException().isThrownBy(() -> new Encoding(3, 1, 0, coefficients));
  }
}
