package io.lagrid.codes.mds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.codes.product.EntangledParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MdsCodeTest {

  @Test
  void everyRowBlockLiesPlainAtAWorkerOfItsOwn() {
    int held = 0;
    for (int workers = 1; workers <= 20; workers++) {
      for (int rows = 1; rows <= workers; rows++) {
        MdsCode code = new MdsCode(new MdsParameters(workers, rows));
        int[] holders = IntStream.range(0, rows).map(code::holder).toArray();
        assertThat(holders).doesNotHaveDuplicates();
        for (Field field : List.of(PrimeField.of(101), Arithmetic.real().plane(0))) {
          for (int k = 0; k < rows; k++) {
            double[] unit = new double[rows];
            unit[k] = 1;
            double[] row =
                code.encoding(0, field).coefficients().block(holders[k], 0, 1, rows).toArray();
            assertThat(Arrays.equals(row, unit)).isTrue();
            held++;
          }
        }
      }
    }
    assertThat(held).isEqualTo(2 * 1540); // Σ_N N(N + 1)/2
  }

  @Test
  void theThresholdIsThatOfThePolynomialCodeWithAWholeB() {
    for (int rows = 1; rows <= 10; rows++) {
      assertThat(new MdsParameters(10, rows).recoveryThreshold())
          .isEqualTo(EntangledParameters.polynomial(10, rows, 1).recoveryThreshold());
    }
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MdsParameters(3, 4))
        .withMessage("m = 4 row blocks on N = 3 workers; 1 ≤ m ≤ N is legal");
    assertThatIllegalArgumentException().isThrownBy(() -> new MdsParameters(3, 0));
  }
}
