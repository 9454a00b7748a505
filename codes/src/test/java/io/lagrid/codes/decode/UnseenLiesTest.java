package io.lagrid.codes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Subsets;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UnseenLiesTest {

  private static final List<Integer> USED = List.of(1, 2, 5, 6, 8);
  private static final int PIECES = 2;

  private final Randomness random = Randomness.insecure(20261122);

  @Test
  void theBoundIsTheWorstOverAllSetsOfLiars() {
    Matrix coefficients = Matrix.zeros(3, USED.size() * PIECES);
    double[] blindSpots = new double[9 * PIECES];
    for (int i = 0; i < coefficients.data().length; i++) {
      coefficients.data()[i] = random.nextDouble() - 0.5;
    }
    for (int i = 0; i < blindSpots.length; i++) {
      blindSpots[i] = random.nextDouble();
    }
    Decoding.Decodable decoding =
        new Decoding.Decodable(USED, List.of(coefficients), new TreeSet<>());
    for (int liars = 0; liars <= USED.size(); liars++) {
      UnseenLies lies = new UnseenLies(liars, piece -> blindSpots[piece]);
      for (int block = 0; block < 3; block++) {
        assertThat(lies.bound(decoding, block))
            .as("%d liars, block %d", liars, block)
            .isCloseTo(worst(coefficients, blindSpots, liars, block), Offset.offset(1e-14));
      }
    }
    assertThat(new UnseenLies(99, piece -> 1).bound(decoding, 0)).isPositive();
    assertThat(UnseenLies.NONE.bound(decoding, 0)).isZero();
  }

  private static double worst(Matrix coefficients, double[] blindSpots, int liars, int block) {
    double worst = 0;
    for (List<Integer> set : Subsets.ofSize(USED.size(), liars)) {
      double moved = 0;
      for (int answer : set) {
        for (int piece = 0; piece < PIECES; piece++) {
          moved +=
              Math.abs(coefficients.get(block, answer * PIECES + piece))
                  * blindSpots[USED.get(answer) * PIECES + piece];
        }
      }
      worst = Math.max(worst, moved);
    }
    return worst;
  }
}
