package io.lagrid.codes.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.decode.Points;
import io.lagrid.codes.minors.EchelonRows;
import io.lagrid.codes.minors.MinorCheck;
import io.lagrid.codes.minors.MinorVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrivacyCheckTest {

  private static final long SEED = 11;

  private final PrimeField large = PrimeField.of(Primes.largest(1).get(0));

  private static Encoding noiseOnly(Matrix noise) {
    return new Encoding(0, noise.columns(), noise);
  }

  @Test
  void everySubmatrixOfAVandermondeMatrixIsChecked() {
    for (int workers = 1; workers <= 12; workers++) {
      for (int colluders = 1; colluders <= workers; colluders++) {
        Matrix noise = Vandermonde.matrix(large, Points.consecutive(large, 1, workers), colluders);
        MinorVerdict verdict = PrivacyCheck.check(noiseOnly(noise), large, colluders);
        assertThat(verdict)
            .isEqualTo(new MinorVerdict(Subsets.binomial(workers, colluders), true, List.of()));
      }
    }
  }

  @Test
  void theVerdictIsThatOfEveryRank() {
    PrimeField field = PrimeField.of(3);
    Randomness random = Randomness.insecure(SEED);
    int leaking = 0;
    for (int trial = 0; trial < 500; trial++) {
      Matrix noise = Matrix.zeros(5, 2);
      random.fill(field, noise.data(), 0, 10);
      MinorVerdict verdict = PrivacyCheck.check(noiseOnly(noise), field, 2);
      boolean naive = Subsets.ofSize(5, 2).stream().allMatch(pair -> rank(field, noise, pair) == 2);
      assertThat(verdict.passed()).as("trial %d, seed %d", trial, SEED).isEqualTo(naive);
      if (!naive) {
        leaking++;
        assertThat(verdict.singular()).hasSize(2).doesNotHaveDuplicates();
        assertThat(rank(field, noise, verdict.singular())).isLessThan(2);
      }
    }
    assertThat(leaking).isBetween(1, 500);
  }

  private static int rank(PrimeField field, Matrix noise, List<Integer> rows) {
    double[][] chosen =
        rows.stream().map(row -> EchelonRows.row(noise, row)).toArray(double[][]::new);
    return LinearSystems.rank(field, Matrix.ofRows(chosen));
  }

  @Test
  void tooManySubmatricesAreSampled() {
    Matrix noise = Vandermonde.matrix(large, Points.consecutive(large, 1, 40), 10);
    MinorVerdict verdict = PrivacyCheck.check(noiseOnly(noise), large, 10);
    assertThat(verdict.exhaustive()).isFalse();
    assertThat(verdict.submatrices()).isEqualTo(MinorCheck.SAMPLES);
    assertThat(verdict.passed()).isTrue();
    noise.write(Matrix.zeros(40, 10));
    assertThat(PrivacyCheck.check(noiseOnly(noise), large, 10).singular()).hasSize(10);
  }

  @Test
  void zeroNoiseIsCaughtWithTheWorkersNamed() {
    Matrix noise = Vandermonde.matrix(large, Points.consecutive(large, 1, 5), 2);
    noise.block(3, 0, 1, 2).write(Matrix.zeros(1, 2));
    MinorVerdict verdict = PrivacyCheck.check(noiseOnly(noise), large, 2);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.singular()).contains(3);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> PrivacyCheck.require(noiseOnly(noise), large, 2))
        .withMessageContaining(verdict.singular().toString());
  }

  @Test
  void theNumberOfNoiseColumnsMustBeTheNumberOfColluders() {
    Encoding encoding = noiseOnly(Matrix.zeros(3, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivacyCheck.check(encoding, large, 2))
        .withMessageContaining("2 colluders among 3 workers with 1 noise blocks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivacyCheck.check(noiseOnly(Matrix.zeros(3, 4)), large, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivacyCheck.check(noiseOnly(Matrix.zeros(3, 0)), large, 0));
  }
}
