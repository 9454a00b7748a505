package io.lagrid.algebra.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ChebyshevTest {

  @Test
  void nodesAreZerosAndExtrema() {
    for (int n = 1; n <= 40; n++) {
      Matrix atZeros = Chebyshev.values(Chebyshev.zeros(n), n + 1);
      for (int i = 0; i < n; i++) {
        assertThat(atZeros.get(i, n)).isCloseTo(0, within(1e-12));
      }
      Matrix atExtrema = Chebyshev.values(Chebyshev.extrema(n), n);
      for (int i = 0; i < n; i++) {
        assertThat(Math.abs(atExtrema.get(i, n - 1))).isCloseTo(1, within(1e-12));
      }
    }
    assertThat(Chebyshev.zeros(0)).isEmpty();
    assertThat(Chebyshev.extrema(1)).containsExactly(0);
    assertThat(Chebyshev.extrema(3)).containsExactly(1, 0, -1);
  }

  @Test
  void theRecurrenceAndTheCosineAgree() {
    Matrix cosines = Chebyshev.atZeros(17, 60);
    Matrix recurrence = Chebyshev.values(Chebyshev.zeros(17), 60);
    for (int i = 0; i < 17; i++) {
      for (int j = 0; j < 60; j++) {
        assertThat(cosines.get(i, j)).isCloseTo(recurrence.get(i, j), within(1e-12));
      }
    }
  }

  @Test
  void anglesAreReducedExactly() {
    for (int denominator = 1; denominator <= 30; denominator++) {
      for (long numerator = -100; numerator <= 100; numerator++) {
        double angle = Math.PI * numerator / denominator;
        assertThat(Chebyshev.cosine(numerator, denominator))
            .isCloseTo(Math.cos(angle), within(1e-13));
        assertThat(Chebyshev.sine(numerator, denominator))
            .isCloseTo(Math.sin(angle), within(1e-13));
      }
    }
    assertThat(Chebyshev.cosine(1, 2)).isZero();
    assertThat(Chebyshev.cosine(2_000_000_000_000_003L, 3)).isEqualTo(Chebyshev.cosine(-1, 3));
    assertThat(Chebyshev.cosine(1, 3)).isEqualTo(-Chebyshev.cosine(2, 3));
  }

  @Test
  void nodesAreSymmetric() {
    double[] zeros = Chebyshev.zeros(12);
    double[] mirrored = zeros.clone();
    for (int i = 0; i < 12; i++) {
      mirrored[i] = -zeros[11 - i];
    }
    assertThat(mirrored).containsExactly(zeros);
    assertThat(Arrays.stream(zeros).sum()).isZero();
  }
}
