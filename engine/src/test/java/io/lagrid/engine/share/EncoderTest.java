package io.lagrid.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.mds.ShortDotCode;
import io.lagrid.codes.mds.ShortDotParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

  private static final long SEED = 23;

  private final PrimeField field = PrimeField.of(7);
  private final Randomness random = Randomness.insecure(SEED);

  @Test
  void rowsThatAreZeroInTheSameColumnsGoTogether() {
    Matrix coefficients =
        Matrix.ofRows(
            new double[] {0, 2, 3}, new double[] {0, 0, 0}, new double[] {0, 1, 1}, new double[3]);
    assertThat(RowGroup.of(coefficients))
        .containsExactly(
            new RowGroup(
                List.of(0, 2),
                List.of(1, 2),
                Matrix.ofRows(new double[] {2, 3}, new double[] {1, 1})),
            new RowGroup(List.of(1, 3), List.of(), Matrix.zeros(2, 0)));
  }

  @Test
  void everyCoefficientMatrixIsAppliedAsWritten() {
    for (int trial = 0; trial < 200; trial++) {
      int rows = 1 + random.nextInt(5);
      Matrix coefficients = Matrix.zeros(rows, 4);
      for (int entry = 0; entry < rows * 4; entry++) {
        coefficients.data()[entry] = random.nextInt(2) * (random.nextInt(7) - 3);
      }
      check(coefficients, "trial " + trial + ", seed " + SEED);
    }
  }

  private void check(Matrix coefficients, String label) {
    Arithmetic arithmetic = Arithmetic.residues(List.of(7));
    List<Block> blocks = new ArrayList<>();
    for (int k = 0; k < coefficients.columns(); k++) {
      blocks.add(Block.zeros(1, 2, 3));
      random.fill(field, blocks.get(k).plane(0).data(), 0, 6);
    }
    Encoding encoding = new Encoding(coefficients.columns(), 0, coefficients);
    List<Block> shares =
        new Encoder(arithmetic, Kernels.named("plain"), random)
            .encode(new EncodedOperand(List.of(encoding), blocks));
    for (int i = 0; i < coefficients.rows(); i++) {
      for (int entry = 0; entry < 6; entry++) {
        double sum = 0;
        for (int k = 0; k < blocks.size(); k++) {
          double term = coefficients.get(i, k) * blocks.get(k).plane(0).data()[entry];
          sum = field.add(sum, field.reduce(term));
        }
        assertThat(shares.get(i).plane(0).data()[entry]).as(label).isEqualTo(sum);
      }
    }
  }

  @Test
  void shortDotIsEncodedColumnByColumn() {
    ShortDotCode code = new ShortDotCode(new ShortDotParameters(9, 2, 5));
    List<RowGroup> groups = RowGroup.of(code.encoding(0, PrimeField.of(8_380_417)).coefficients());
    assertThat(groups).hasSize(9).allMatch(group -> group.columns().size() == 2);
  }
}
