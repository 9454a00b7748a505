package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrong answers are caught, whoever gives them and whatever they say. */
class LiarsTest {

  private final Randomness random = Randomness.insecure(7);

  /** Ways to answer wrongly. */
  enum Lie implements UnaryOperator<Block> {
    FLIPPED_ENTRY {
      @Override
      public Block apply(Block answer) {
        Block lie = copy(answer);
        Matrix plane = lie.plane(lie.planes().size() - 1);
        plane.set(plane.rows() - 1, 0, plane.get(plane.rows() - 1, 0) + 1);
        return lie;
      }
    },
    ZEROS {
      @Override
      public Block apply(Block answer) {
        return Block.zeros(answer.planes().size(), answer.rows(), answer.columns());
      }
    },
    NOT_A_NUMBER {
      @Override
      public Block apply(Block answer) {
        Block lie = copy(answer);
        lie.plane(0).set(0, 0, Double.NaN);
        return lie;
      }
    },
    OUT_OF_RANGE {
      @Override
      public Block apply(Block answer) {
        Block lie = copy(answer);
        lie.plane(0).set(0, 0, 0x1p60);
        return lie;
      }
    },
    HALF {
      @Override
      public Block apply(Block answer) {
        Block lie = copy(answer);
        lie.plane(0).set(0, 0, 0.5);
        return lie;
      }
    },
    TOO_WIDE {
      @Override
      public Block apply(Block answer) {
        return Block.zeros(answer.planes().size(), answer.rows(), answer.columns() + 1);
      }
    },
    ANOTHER_PLANE {
      @Override
      public Block apply(Block answer) {
        return Block.zeros(answer.planes().size() + 1, answer.rows(), answer.columns());
      }
    };

    private static Block copy(Block block) {
      return new Block(block.planes().stream().map(Matrix::copy).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPairOfLiarsIsCaughtOnArrival(Lie lie) {
    assertThat(pairsCaught(lie, Verification.AUTO, 8)).isEqualTo(28);
  }

  @ParameterizedTest
  @EnumSource
  void everyPairOfLiarsIsLocatedByTheDecoder(Lie lie) {
    assertThat(pairsCaught(lie, Verification.NONE, 10)).isEqualTo(45);
  }

  /** Runs with each pair of liars; returns how many pairs were caught with the right result. */
  private int pairsCaught(Lie lie, Verification verification, int workers) {
    LongMatrix a = Naive.longs(4, 6, 1 << 20, random);
    LongMatrix b = Naive.longs(6, 4, 1 << 20, random);
    int caught = 0;
    for (int first = 0; first < workers; first++) {
      for (int second = first + 1; second < workers; second++) {
        Settings settings =
            Settings.DEFAULT
                .withTolerance(Tolerance.stragglers(1).adversaries(2).colluders(1))
                .withVerification(verification);
        Result<LongMatrix> result = run(settings, workers, Set.of(first, second), lie, a, b);
        assertThat(result.value()).isEqualTo(Naive.product(a, b));
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(first, second);
        assertThat(List.of(first, second)).containsAll(result.report().workersThat(Fate.REJECTED));
        caught++;
      }
    }
    return caught;
  }

  private static Result<LongMatrix> run(
      Settings settings, int workers, Set<Integer> liars, Lie lie, LongMatrix a, LongMatrix b) {
    try (TamperingCluster cluster =
        new TamperingCluster(new ScriptedCluster(workers, Script.inTurn()), liars, lie)) {
      return Lagrid.on(cluster).with(settings).multiply(a, b);
    }
  }

  @ParameterizedTest
  @EnumSource
  void realLiarsAreCaughtOnArrival(Lie lie) {
    Matrix a = Naive.doubles(12, 8, random);
    Matrix b = Naive.doubles(8, 10, random);
    for (int liar = 0; liar < 8; liar++) {
      try (TamperingCluster cluster =
          new TamperingCluster(new ScriptedCluster(8, Script.inTurn()), Set.of(liar), lie)) {
        Result<Matrix> result =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(1).adversaries(1)).multiply(a, b);
        assertThat(Naive.relativeError(result.value(), Naive.product(a, b), a, b))
            .isLessThan(result.report().errorBound());
        assertThat(result.report().errorBound()).isLessThan(1e-9);
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(liar);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreLiarsThanToleratedNeverGiveAWrongResult(Lie lie) {
    LongMatrix a = Naive.longs(4, 6, 1 << 20, random);
    LongMatrix b = Naive.longs(6, 4, 1 << 20, random);
    for (Verification verification : Verification.values()) {
      Settings settings =
          Settings.DEFAULT
              .withTolerance(Tolerance.stragglers(1).adversaries(1))
              .withVerification(verification);
      int most = verification == Verification.NONE && lie == Lie.ZEROS ? 1 : 8;
      for (int liars = 1; liars <= most; liars++) {
        Outcome<Operand> outcome = attempt(settings, liars, lie, a, b);
        if (outcome instanceof Outcome.Succeeded<Operand> succeeded) {
          assertThat(succeeded.value()).isEqualTo(Naive.product(a, b));
        } else {
          assertThat(liars).isGreaterThan(1);
        }
      }
    }
  }

  /** Without verification, A + 1 liars may agree on another codeword; zeros are one. */
  @Test
  void unverifiedAnswersOfMoreThanToleratedColludingLiarsCanMislead() {
    LongMatrix a = Naive.longs(4, 6, 1 << 20, random);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(1).adversaries(1))
            .withVerification(Verification.NONE);
    LongMatrix b = Naive.longs(6, 4, 1 << 20, random);
    assertThat(attempt(settings, 8, Lie.ZEROS, a, b)).isInstanceOf(Outcome.Succeeded.class);
  }

  private static Outcome<Operand> attempt(
      Settings settings, int liars, Lie lie, LongMatrix a, LongMatrix b) {
    Set<Integer> who = IntStream.range(0, liars).boxed().collect(Collectors.toSet());
    try (TamperingCluster cluster =
        new TamperingCluster(new ScriptedCluster(8, Script.inTurn()), who, lie)) {
      return Lagrid.on(cluster).with(settings).attempt(a, b);
    }
  }
}
