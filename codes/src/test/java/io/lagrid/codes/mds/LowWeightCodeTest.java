package io.lagrid.codes.mds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Subsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LowWeightCodeTest {

  private static final int WORKERS = 24;

  private final List<Field> fields = List.of(PrimeField.of(8_380_417), RealField.instance());

  @Test
  void blocksReachAsManyWorkersAsTheyMustAndLoadsDifferByOneAtMost() {
    int cases = 0;
    for (int workers = 1; workers <= WORKERS; workers++) {
      for (int blocks = 1; blocks <= workers; blocks++) {
        for (Field field : fields) {
          check(new LowWeightCode(new LowWeightParameters(workers, blocks)), field);
        }
        cases++;
      }
    }
    assertThat(cases).isEqualTo(WORKERS * (WORKERS + 1) / 2);
  }

  /** The table is made, so that the independence of the polynomials has been checked too. */
  private static void check(LowWeightCode code, Field field) {
    LowWeightParameters parameters = code.parameters();
    int workers = parameters.workers();
    int blocks = parameters.rowBlocks();
    Encoding encoding = code.encoding(0, field);
    Matrix rows = encoding.coefficients();
    int[] copies = new int[blocks];
    for (int i = 0; i < workers; i++) {
      int load = 0;
      for (int k = 0; k < blocks; k++) {
        boolean held = rows.get(i, k) != 0;
        load += held ? 1 : 0;
        copies[k] += held ? 1 : 0;
      }
      assertThat(load)
          .isBetween(
              blocks * (workers - blocks + 1) / workers,
              (blocks * (workers - blocks + 1) + workers - 1) / workers);
    }
    assertThat(copies).containsOnly(workers - blocks + 1);
    assertThat(code.weight(0)).isEqualTo(encoding.weight());
    assertThat(code.weight(1)).isEqualTo(Encoding.Weight.PLAIN);
  }

  /** Small fields are where points in a row are most likely to make polynomials dependent. */
  @Test
  void anyRowsAreIndependentOverSmallFields() {
    long sets = 0;
    for (int prime : new int[] {13, 17, 19}) {
      PrimeField field = PrimeField.of(prime);
      for (int workers = 1; workers <= 7; workers++) {
        for (int blocks = 1; blocks <= workers; blocks++) {
          LowWeightCode code = new LowWeightCode(new LowWeightParameters(workers, blocks));
          Matrix rows = code.encoding(0, field).coefficients();
          for (List<Integer> responders : Subsets.ofSize(workers, blocks)) {
            Matrix used = Matrix.zeros(blocks, blocks);
            for (int i = 0; i < blocks; i++) {
              used.block(i, 0, 1, blocks).write(rows.block(responders.get(i), 0, 1, blocks));
            }
            assertThat(LinearSystems.invertible(field, used))
                .as("%s, N = %d, m = %d, %s", field, workers, blocks, responders)
                .isTrue();
            sets++;
          }
        }
      }
    }
    assertThat(sets).isEqualTo(3 * (2 * 127 - 7)); // all non-empty subsets, 2^N − 1 for each N
  }

  /** With fewer copies of a block, the workers that hold it could be those that are lost. */
  @Test
  void noCodeOfThisThresholdHasLighterShares() {
    Encoding.Weight light = new LowWeightCode(new LowWeightParameters(12, 10)).weight(0);
    Encoding.Weight systematic = new MdsCode(new MdsParameters(12, 10)).weight(0);
    assertThat(light).isEqualTo(new Encoding.Weight(30 / 12.0, 3));
    assertThat(systematic).isEqualTo(new Encoding.Weight(30 / 12.0, 10));
  }

  @Test
  void realSharesOfManyWorkersDecodeToMostDigits() {
    LowWeightCode code = new LowWeightCode(new LowWeightParameters(24, 20));
    Matrix rows = code.encoding(0, RealField.instance()).coefficients();
    double worst = 0;
    int cases = 0;
    for (int first = 0; first < 24; first++) { // the responders follow one another, cyclically
      Matrix used = Matrix.zeros(20, 20);
      for (int i = 0; i < 20; i++) {
        used.block(i, 0, 1, 20).write(rows.block((first + i) % 24, 0, 1, 20));
      }
      worst = Math.max(worst, LinearSystems.conditionNumber(used));
      cases++;
    }
    assertThat(cases).isEqualTo(24);
    assertThat(worst).isLessThan(1e5);
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LowWeightParameters(5, 6))
        .withMessage("m = 6 row blocks on N = 5 workers; 1 ≤ m ≤ N is legal");
    assertThatIllegalArgumentException().isThrownBy(() -> new LowWeightParameters(5, 0));
    assertThat(new LowWeightParameters(5, 2).named().toString()).isEqualTo("{p=1, m=2, n=1}");
  }
}
