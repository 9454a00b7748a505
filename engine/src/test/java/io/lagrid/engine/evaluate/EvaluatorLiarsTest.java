package io.lagrid.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.TamperingCluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.LinearGradient;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Liars at every position, located or caught. */
class EvaluatorLiarsTest {

  private static final Elementwise SQUARE = Elementwise.parse("x^2 + 3x");

  private final Randomness random = Randomness.insecure(11);

  /** Changes one entry of the last plane. */
  private static Block flipped(Block answer) {
    Block lie = new Block(answer.planes().stream().map(Matrix::copy).toList());
    Matrix plane = lie.plane(lie.planes().size() - 1);
    double entry = plane.get(plane.rows() - 1, 0);
    plane.set(plane.rows() - 1, 0, entry == 0 ? 1 : -entry);
    return lie;
  }

  private static Outcome<Operand> attempt(
      int workers, Settings settings, Set<Integer> liars, Run run) {
    return attempt(workers, settings, liars, EvaluatorLiarsTest::flipped, run);
  }

  private static Outcome<Operand> attempt(
      int workers, Settings settings, Set<Integer> liars, UnaryOperator<Block> lie, Run run) {
    try (TamperingCluster cluster =
        new TamperingCluster(new ScriptedCluster(workers, Script.inTurn()), liars, lie)) {
      return Evaluator.on(Lagrid.on(cluster).with(settings)).attempt(run.map(), run.operands());
    }
  }

  private record Run(PolynomialMap map, List<Operand> operands) {}

  private static LongMatrix squares(LongMatrix x) {
    LongMatrix y = x.copy();
    for (int i = 0; i < y.data().length; i++) {
      y.data()[i] = x.data()[i] * x.data()[i] + 3 * x.data()[i];
    }
    return y;
  }

  /** A = 2. At N = 11, S = 1: K = 3 and R = 5, or K = 2 at T = 1. Repetition at N = 10: K = 2. */
  @ParameterizedTest
  @CsvSource({"11, 1, 0, lcc", "11, 1, 1, lcc", "10, 0, 0, repetition"})
  void everySetOfLiarsIsLocated(int workers, int stragglers, int colluders, String code) {
    int adversaries = 2;
    LongMatrix x = Naive.longs(4, 5, 1 << 29, random);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(new Tolerance(stragglers, adversaries, colluders))
            .withCode(code);
    long runs = 0;
    for (List<Integer> liars : Subsets.ofSize(workers, adversaries)) {
      Result<Operand> result =
          attempt(workers, settings, Set.copyOf(liars), new Run(SQUARE, List.of(x))).orThrow();
      assertThat(result.value()).isEqualTo(squares(x));
      assertThat(result.report().code().code()).isEqualTo(code);
      assertThat(liars).containsAll(result.report().workersThat(Fate.REJECTED));
      assertThat(result.report().workersThat(Fate.USED)).doesNotContainAnyElementsOf(liars);
      runs++;
    }
    assertThat(runs).isEqualTo(Subsets.binomial(workers, adversaries));
  }

  @Test
  void gramMatricesAreCheckedOnArrivalWhateverTheNumberOfLiars() {
    LongMatrix x = Naive.longs(9, 4, 1 << 20, random);
    Settings settings = Settings.DEFAULT.withTolerance(new Tolerance(0, 1, 1));
    for (int liars = 0; liars <= 8; liars++) {
      Set<Integer> first = Set.copyOf(Subsets.ofSize(8, liars).get(0));
      Outcome<Operand> outcome = attempt(8, settings, first, new Run(new Gram(), List.of(x)));
      if (outcome instanceof Outcome.Succeeded<Operand> done) {
        assertThat(done.value()).isEqualTo(Naive.product(x.transpose(), x));
        assertThat(liars).isLessThanOrEqualTo(1);
      } else {
        assertThat(liars).isGreaterThan(1);
      }
      assertThat(outcome.report().code().recoveryThreshold()).isEqualTo(7);
    }
  }

  @Test
  void realGramMatricesAreCheckedToo() {
    Matrix x = Naive.doubles(9, 4, random);
    Settings settings = Settings.DEFAULT.withTolerance(Tolerance.stragglers(1).adversaries(1));
    for (int liar = 0; liar < 8; liar++) {
      Result<Operand> result =
          attempt(8, settings, Set.of(liar), new Run(new Gram(), List.of(x))).orThrow();
      assertThat(result.report().arithmetic().exact()).isFalse();
      assertThat(result.report().workersThat(Fate.USED)).doesNotContain(liar);
      Matrix expected = Naive.product(x.transpose(), x);
      for (int i = 0; i < 16; i++) {
        double error = ((Matrix) result.value()).data()[i] - expected.data()[i];
        assertThat(Math.abs(error)).isLessThan(result.report().errorBound() * 9);
      }
      assertThat(result.report().errorBound()).isLessThan(1e-9);
    }
  }

  @Test
  void doublesGoThroughFixedPointWhereLiarsAreToBeLocated() {
    Matrix x = Naive.doubles(3, 4, random);
    Settings settings = Settings.DEFAULT.withTolerance(Tolerance.NONE.adversaries(1));
    Result<Operand> result = attempt(7, settings, Set.of(2), new Run(SQUARE, List.of(x))).orThrow();
    assertThat(result.report().arithmetic().exact()).isTrue();
    assertThat(result.report().workersThat(Fate.REJECTED)).containsExactly(2);
    assertThat(result.report().errorBound()).isBetween(1e-16, 0x1p-44);
  }

  /**
   * A right result or a failure, but never a wrong result: 2000 rounds with A + 1 liars or more.
   */
  @Test
  void moreLiarsThanToleratedDoNotMislead() {
    LongMatrix x = Naive.longs(1, 6, 100, random);
    LongMatrix w = Naive.longs(6, 1, 100, random);
    LongMatrix y = Naive.longs(1, 1, 100, random);
    Settings settings = Settings.DEFAULT.withTolerance(new Tolerance(0, 1, 0));
    int failed = 0;
    for (int trial = 0; trial < 2000; trial++) {
      int liars = 2 + random.nextInt(6);
      Set<Integer> who = Set.copyOf(Subsets.ofSize(8, liars).get(0));
      UnaryOperator<Block> lie = answer -> random(answer);
      Run run =
          trial % 2 == 0
              ? new Run(SQUARE, List.of(x))
              : new Run(new LinearGradient(), List.of(x, w, y));
      Outcome<Operand> outcome = attempt(8, settings, who, lie, run);
      if (outcome instanceof Outcome.Succeeded<Operand> done) {
        assertThat(done.value()).isEqualTo(trial % 2 == 0 ? squares(x) : gradient(x, w, y));
      } else {
        failed++;
      }
    }
    assertThat(failed).isGreaterThan(1000);
  }

  private static LongMatrix gradient(LongMatrix x, LongMatrix w, LongMatrix y) {
    LongMatrix residual = Naive.product(x, w);
    residual.set(0, 0, residual.get(0, 0) - y.get(0, 0));
    return Naive.product(x.transpose(), residual);
  }

  private Block random(Block like) {
    Block lie = Block.zeros(like.planes().size(), like.rows(), like.columns());
    for (Matrix plane : lie.planes()) {
      for (int i = 0; i < plane.data().length; i++) {
        plane.data()[i] = random.nextInt(1 << 20);
      }
    }
    return lie;
  }

  @Test
  void freivaldsIsRefusedWhereItWouldBeTheWholeWork() {
    LongMatrix x = Naive.longs(2, 2, 9, random);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.NONE.adversaries(1))
            .withVerification(Verification.FREIVALDS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attempt(8, settings, Set.of(), new Run(SQUARE, List.of(x))))
        .withMessageContaining("cannot be checked by Freivalds");
  }
}
