package io.lagrid.engine.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgerTest {

  static Stream<Arithmetic> arithmetics() {
    return Stream.of(
        Arithmetic.real(),
        Arithmetic.residues(List.of(3)),
        Arithmetic.residues(List.of(8380417)),
        Arithmetic.residues(List.of(5, 7, 11)));
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void noiseIsInRangeAndNeverTheTruth(Arithmetic arithmetic) {
    for (long seed = 0; seed < 200; seed++) {
      Block truth = truth(arithmetic, 1, 1 + (int) (seed % 3), seed);
      Block lie = forger(arithmetic, seed).noise(truth);
      assertThat(lie).as("seed %d", seed).isNotEqualTo(truth);
      assertPlausible(arithmetic, truth, lie);
    }
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void aFlipChangesOneEntryToAnotherInRange(Arithmetic arithmetic) {
    for (long seed = 0; seed < 200; seed++) {
      Block truth = truth(arithmetic, 2, 3, seed);
      Block lie = forger(arithmetic, seed).flip(truth);
      assertThat(differences(truth, lie)).as("seed %d", seed).isEqualTo(1);
      assertPlausible(arithmetic, truth, lie);
    }
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void aFlipReachesEveryOtherElement(Arithmetic arithmetic) {
    Block truth = Block.zeros(arithmetic.size(), 1, 1);
    long small = arithmetic.primes().stream().filter(p -> p < 100).mapToLong(p -> p - 1L).sum();
    Randomness randomness = Randomness.insecure(7);
    long distinct =
        Stream.generate(() -> new Forger(arithmetic, randomness).flip(truth))
            .limit(2000)
            .distinct()
            .count();
    assertThat(distinct).isGreaterThanOrEqualTo(Math.max(1, small));
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void poisonIsOneNan(Arithmetic arithmetic) {
    Block truth = truth(arithmetic, 2, 3, 1);
    Block lie = forger(arithmetic, 1).poison(truth);
    assertThat(differences(truth, lie)).isEqualTo(1);
    assertThat(lie.planes().stream().flatMap(ForgerTest::entries).filter(x -> x.isNaN()))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void aWrongShapeHasOneRowMore(Arithmetic arithmetic) {
    Block truth = truth(arithmetic, 2, 3, 1);
    Block lie = forger(arithmetic, 1).misshape(truth);
    assertThat(lie.rows()).isEqualTo(3);
    assertThat(lie.columns()).isEqualTo(3);
    assertThat(lie.planes()).hasSize(arithmetic.size());
    assertThat(lie.plane(0).block(0, 0, 2, 3)).isEqualTo(truth.plane(0));
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void anEmptyAnswerIsLiedAboutByItsShape(Arithmetic arithmetic) {
    Block empty = Block.zeros(arithmetic.size(), 0, 4);
    Forger forger = forger(arithmetic, 1);
    assertThat(Stream.of(forger.noise(empty), forger.flip(empty), forger.poison(empty)))
        .allSatisfy(lie -> assertThat(lie.rows()).isEqualTo(1));
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void takesPlanesItKnowsNoFieldOfForReals(Arithmetic arithmetic) {
    Block truth = Block.zeros(arithmetic.size() + 1, 2, 2);
    Forger forger = forger(arithmetic, 3);
    assertThat(differences(truth, forger.flip(truth))).isEqualTo(1);
    assertThat(forger.noise(truth).planes()).hasSize(arithmetic.size() + 1);
  }

  private static Forger forger(Arithmetic arithmetic, long seed) {
    return new Forger(arithmetic, Randomness.insecure(seed));
  }

  private static Block truth(Arithmetic arithmetic, int rows, int columns, long seed) {
    Randomness randomness = Randomness.insecure(~seed);
    Block block = Block.zeros(arithmetic.size(), rows, columns);
    for (int i = 0; i < arithmetic.size(); i++) {
      double[] data = block.plane(i).data();
      if (arithmetic.plane(i) instanceof PrimeField prime) {
        randomness.fill(prime, data, 0, data.length);
      } else {
        for (int j = 0; j < data.length; j++) {
          data[j] = randomness.nextDouble() - 0.5;
        }
      }
    }
    return block;
  }

  private static void assertPlausible(Arithmetic arithmetic, Block truth, Block lie) {
    assertThat(lie.rows()).isEqualTo(truth.rows());
    assertThat(lie.columns()).isEqualTo(truth.columns());
    for (int i = 0; i < arithmetic.size(); i++) {
      double largest = entries(truth.plane(i)).mapToDouble(Math::abs).max().orElse(0);
      if (arithmetic.plane(i) instanceof PrimeField prime) {
        assertThat(entries(lie.plane(i))).allMatch(prime::contains);
      } else {
        assertThat(entries(lie.plane(i))).allMatch(x -> Math.abs(x) <= largest);
      }
    }
  }

  private static int differences(Block a, Block b) {
    int count = 0;
    for (int i = 0; i < a.planes().size(); i++) {
      double[] left = a.plane(i).toArray();
      double[] right = b.plane(i).toArray();
      assertThat(left).hasSameSizeAs(right);
      for (int j = 0; j < left.length; j++) {
        count += Double.compare(left[j], right[j]) != 0 ? 1 : 0;
      }
    }
    return count;
  }

  private static Stream<Double> entries(Matrix matrix) {
    return Arrays.stream(matrix.toArray()).boxed();
  }
}
