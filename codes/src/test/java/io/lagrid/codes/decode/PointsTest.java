package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class PointsTest {

  @Test
  void consecutivePointsAreDistinctElements() {
    PrimeField field = PrimeField.of(11);
    double[] points = Points.consecutive(field, 1, 10);
    assertThat(points).doesNotHaveDuplicates().doesNotContain(0).hasSize(10);
    assertThat(Arrays.stream(points).allMatch(field::contains)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Points.consecutive(field, 1, 11))
        .withMessageContaining("at least 12 elements; GF(11)");
  }

  @Test
  void chebyshevPointsAreTheZerosOfChebyshevPolynomials() {
    for (int count = 1; count <= 12; count++) {
      double[] points = Points.chebyshev(count);
      assertThat(points).doesNotHaveDuplicates().hasSize(count);
      for (double point : points) {
        assertThat(Math.abs(chebyshev(count, point))).isLessThan(1e-13);
      }
    }
  }

  @Test
  void interlacedPointsNeverMeetTheChebyshevPoints() {
    for (int among = 1; among <= 40; among++) {
      for (int count = 1; count <= among; count++) {
        double[] interlaced = Points.interlaced(count, among);
        double[] both =
            DoubleStream.concat(Arrays.stream(interlaced), Arrays.stream(Points.chebyshev(among)))
                .sorted()
                .toArray();
        double apart = 1 - Math.cos(Math.PI / (2.0 * among));
        for (int i = 1; i < both.length; i++) {
          assertThat(both[i] - both[i - 1]).isGreaterThan(0.99 * apart);
        }
      }
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Points.interlaced(3, 2));
  }

  private static double chebyshev(int degree, double x) {
    double before = 1;
    double current = x;
    for (int k = 1; k < degree; k++) {
      double next = 2 * x * current - before;
      before = current;
      current = next;
    }
    return current;
  }

  @Test
  void theSmallestFieldThatHoldsThePointsWillDo() {
    Field field = PrimeField.of(7);
    assertThat(Points.consecutive(field, 0, 7)).containsExactly(0, 1, 2, 3, -3, -2, -1);
  }
}
