package io.lagrid.codes.mds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Proposal;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShortDotCodeTest {

  private final PrimeField field = PrimeField.of(8_380_417);

  @Test
  void everyWorkerHasToDoWithItsShareOfTheColumns() {
    int cases = 0;
    for (int workers = 1; workers <= 9; workers++) {
      for (int threshold = 1; threshold <= workers; threshold++) {
        for (int rows = 1; rows <= threshold; rows++) {
          check(new ShortDotCode(new ShortDotParameters(workers, rows, threshold)));
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(165); // C(9 + 2, 3)
  }

  private void check(ShortDotCode code) {
    ShortDotParameters parameters = code.parameters();
    int workers = parameters.workers();
    int own = workers - parameters.threshold() + parameters.rowBlocks();
    assertThat(code.blocksPerShare()).isEqualTo(own);
    Encoding left = code.encoding(0, field);
    Encoding right = code.encoding(1, field);
    int[] users = new int[workers];
    for (int row = 0; row < workers * own; row++) {
      int column = unit(right.coefficients(), row);
      users[column]++;
      for (int block = 0; block < left.dataBlocks(); block++) {
        if (block % workers != column) {
          assertThat(left.coefficients().get(row, block)).isZero();
        }
      }
    }
    assertThat(users).containsOnly(own);
  }

  /** The place of the one among zeros. */
  private static int unit(Matrix matrix, int row) {
    int found = -1;
    for (int column = 0; column < matrix.columns(); column++) {
      if (matrix.get(row, column) != 0) {
        assertThat(matrix.get(row, column)).isEqualTo(1);
        assertThat(found).isEqualTo(-1);
        found = column;
      }
    }
    return found;
  }

  /** Encodings grow like N²·m: nobody wants to wait for one of a thousand million coefficients. */
  @Test
  void manyWorkersGetFewRowBlocksOrNone() {
    Operation.Product product = Operation.Product.of(9000, 9000, 9000);
    for (int workers : new int[] {12, 100, 256, 4096}) {
      Tolerance tolerance = Tolerance.stragglers(workers / 16);
      Requirement requirement =
          new Requirement(product, workers, tolerance, true, false, Optional.empty());
      Proposal proposal = ShortDotConstruction.shortDot().propose(requirement);
      if (workers == 4096) {
        assertThat(proposal).isInstanceOf(Proposal.Refusal.class);
        continue;
      }
      for (Code code : ((Proposal.Codes) proposal).codes()) {
        Encoding encoding = code.encoding(0, field);
        long entries = (long) encoding.coefficients().rows() * encoding.coefficients().columns();
        assertThat(entries).isLessThanOrEqualTo(1 << 24);
      }
    }
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShortDotParameters(5, 3, 2))
        .withMessage("m = 3 row blocks, K = 2 answers of N = 5 workers; 1 ≤ m ≤ K ≤ N is legal");
    assertThatIllegalArgumentException().isThrownBy(() -> new ShortDotParameters(5, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new ShortDotParameters(5, 2, 6));
    assertThat(new ShortDotParameters(5, 2, 4).named().toString())
        .isEqualTo("{p=5, m=2, n=1, K=4}");
  }
}
