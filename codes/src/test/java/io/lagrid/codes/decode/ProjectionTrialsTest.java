package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Primes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProjectionTrialsTest {

  @Test
  void theNumberOfTrialsIsTheSmallestBelowTheBound() {
    for (int planes = 1; planes <= 6; planes++) {
      Arithmetic arithmetic = Arithmetic.residues(Primes.largest(planes));
      for (int workers : new int[] {1, 3, 12, 1000}) {
        int trials = ProjectionTrials.needed(arithmetic, workers);
        assertThat(ProjectionTrials.missProbability(arithmetic, workers, trials))
            .isLessThan(0x1p-40);
        assertThat(ProjectionTrials.missProbability(arithmetic, workers, trials - 1))
            .isGreaterThanOrEqualTo(0x1p-40);
      }
    }
  }

  @Test
  void twoTrialsSufficeForOneLargePrimeAndAFewWorkers() {
    assertThat(ProjectionTrials.needed(Arithmetic.residues(Primes.largest(1)), 12)).isEqualTo(2);
    assertThat(ProjectionTrials.needed(Arithmetic.residues(List.of(3)), 1)).isEqualTo(69);
  }

  @Test
  void theBoundHoldsWhereItCanBeCounted() {
    // Every 2x2 error over GF(3), every s and r: how often is sᵀEr zero though E is not?
    int worst = 0;
    for (int error = 1; error < 81; error++) {
      worst = Math.max(worst, misses(error));
    }
    assertThat(worst).isLessThanOrEqualTo(81 * 2 / 3);
  }

  private static int misses(int error) {
    int count = 0;
    for (int vectors = 0; vectors < 81; vectors++) {
      int sum = 0;
      for (int entry = 0; entry < 4; entry++) {
        sum += digit(error, entry) * digit(vectors, entry / 2) * digit(vectors, 2 + entry % 2);
      }
      count += sum % 3 == 0 ? 1 : 0;
    }
    return count;
  }

  private static int digit(int number, int place) {
    return number / (int) Math.round(Math.pow(3, place)) % 3;
  }

  @Test
  void theRealsHaveNoSuchBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProjectionTrials.needed(Arithmetic.real(), 3));
  }
}
