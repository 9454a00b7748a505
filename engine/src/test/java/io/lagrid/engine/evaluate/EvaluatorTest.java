package io.lagrid.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.exact.OverflowException;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Subsets;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.LinearGradient;
import io.lagrid.engine.polynomial.MatrixPower;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.polynomial.PolynomialMap.Cut;
import io.lagrid.engine.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of honest workers' shares, from every set of responders, over every arithmetic. */
class EvaluatorTest {

  private static final Elementwise CUBIC = Elementwise.parse("2x^3 - 5*x^2 + x - 7");

  private final Randomness random = Randomness.insecure(20261122);

  private static LongMatrix cubic(LongMatrix x) {
    LongMatrix y = LongMatrix.zeros(x.rows(), x.columns());
    for (int i = 0; i < y.data().length; i++) {
      long v = x.data()[i];
      y.data()[i] =
          Math.addExact(
              Math.subtractExact(Math.multiplyExact(2 * v * v, v), Math.multiplyExact(5 * v, v)),
              v - 7);
    }
    return y;
  }

  private static Lagrid lagrid(ScriptedCluster cluster, Tolerance tolerance) {
    return Lagrid.on(cluster).tolerating(tolerance);
  }

  /** N, S, T, and what the threshold then is: (K + T − 1)·3 + 1, or that of repetition. */
  @ParameterizedTest
  @CsvSource({
    "8, 1, 0, repetition, 4, 7",
    "8, 4, 0, lcc, 2, 4",
    "8, 1, 1, lcc, 2, 7",
    "9, 2, 2, lcc, 1, 7",
    "4, 0, 0, repetition, 4, 4",
    "5, 1, 0, lcc, 2, 4",
    "6, 1, 0, repetition, 3, 5"
  })
  void everySetOfRespondersGivesTheCubic(
      int workers, int stragglers, int colluders, String code, int blocks, int threshold) {
    LongMatrix x = Naive.longs(3, 5, 1 << 20, random);
    long decoded = 0;
    for (List<Integer> set : Subsets.ofSize(workers, threshold)) {
      int[] order = set.stream().mapToInt(Integer::intValue).toArray();
      try (ScriptedCluster cluster = new ScriptedCluster(workers, Script.order(order))) {
        Lagrid lagrid = lagrid(cluster, new Tolerance(stragglers, 0, colluders));
        Result<LongMatrix> result = Evaluator.on(lagrid).evaluate(CUBIC, x);
        assertThat(result.value()).isEqualTo(cubic(x));
        assertThat(result.report().code().code()).isEqualTo(code);
        assertThat(result.report().code().named()).containsEntry("K", blocks);
        assertThat(result.report().code().recoveryThreshold()).isEqualTo(threshold);
        assertThat(cluster.heldShares()).isZero();
        decoded++;
      }
    }
    assertThat(decoded).isEqualTo(Subsets.binomial(workers, threshold));
  }

  @Test
  void gramMatricesAreSumsOverGroupsOfRows() {
    for (int rows = 1; rows <= 9; rows++) {
      LongMatrix x = Naive.longs(rows, 4, 1 << 20, random);
      for (int colluders = 0; colluders <= 1; colluders++) {
        try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
          Lagrid lagrid = lagrid(cluster, new Tolerance(1, 0, colluders));
          assertThat(Evaluator.on(lagrid).evaluate(new Gram(), x).value())
              .isEqualTo(Naive.product(x.transpose(), x));
        }
      }
    }
  }

  private static LongMatrix gradient(LongMatrix x, LongMatrix w, LongMatrix y) {
    LongMatrix residual = Naive.product(x, w);
    for (int i = 0; i < residual.data().length; i++) {
      residual.data()[i] -= y.data()[i];
    }
    return Naive.product(x.transpose(), residual);
  }

  @Test
  void theGradientCountsTheWeightsOnlyWhereTheyAreHidden() {
    LongMatrix x = Naive.longs(11, 3, 1000, random);
    LongMatrix w = Naive.longs(3, 2, 1000, random);
    LongMatrix y = Naive.longs(11, 2, 1000, random);
    for (int colluders = 0; colluders <= 2; colluders++) {
      try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
        Lagrid lagrid = lagrid(cluster, new Tolerance(1, 0, colluders));
        Result<LongMatrix> result = Evaluator.on(lagrid).evaluate(new LinearGradient(), x, w, y);
        assertThat(result.value()).isEqualTo(gradient(x, w, y));
        assertThat(result.report().code().named())
            .containsEntry("deg", colluders == 0 ? 2 : 3)
            .containsEntry("K", List.of(6, 3, 2).get(colluders));
      }
    }
  }

  @Test
  void moreDataPointsThanBlocksAreStacked() {
    for (int points = 1; points <= 11; points++) {
      List<LongMatrix> x = new ArrayList<>();
      List<Operand> expected = new ArrayList<>();
      for (int l = 0; l < points; l++) {
        x.add(Naive.longs(3, 3, 50, random));
        expected.add(Naive.product(Naive.product(x.get(l), x.get(l)), x.get(l)));
      }
      try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
        Lagrid lagrid = lagrid(cluster, new Tolerance(1, 0, 1));
        assertThat(
                Evaluator.on(lagrid).attemptEach(new MatrixPower(3), List.of(x)).orThrow().value())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void aUsersDeterminantIsEvaluatedAtEveryPoint() {
    List<LongMatrix> x = new ArrayList<>();
    List<Operand> expected = new ArrayList<>();
    for (int l = 0; l < 4; l++) {
      LongMatrix m = Naive.longs(3, 3, 100, random);
      x.add(m);
      expected.add(LongMatrix.of(1, 1, new long[] {UserMaps.determinant(m)}));
    }
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Lagrid lagrid = lagrid(cluster, new Tolerance(2, 0, 1));
      assertThat(
              Evaluator.on(lagrid)
                  .attemptEach(new UserMaps.Determinant(3), List.of(x))
                  .orThrow()
                  .value())
          .isEqualTo(expected);
    }
  }

  @Test
  void aBilinearFormOfTwoOperandsIsEvaluatedAtEveryPoint() {
    List<LongMatrix> u = new ArrayList<>();
    List<LongMatrix> v = new ArrayList<>();
    List<Operand> expected = new ArrayList<>();
    for (int l = 0; l < 5; l++) {
      u.add(Naive.longs(4, 1, 1000, random));
      v.add(Naive.longs(4, 1, 1000, random));
      expected.add(Naive.product(u.get(l).transpose(), v.get(l)));
    }
    try (ScriptedCluster cluster = new ScriptedCluster(9, Script.inTurn())) {
      Lagrid lagrid = lagrid(cluster, new Tolerance(1, 0, 1));
      assertThat(
              Evaluator.on(lagrid)
                  .attemptEach(new UserMaps.Dot(2), List.of(u, v))
                  .orThrow()
                  .value())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 2", "4, 2"})
  void aWrongDegreeIsRefusedBeforeAnythingIsSent(int declared, int found) {
    LongMatrix u = Naive.longs(4, 1, 10, random);
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.stragglers(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(new UserMaps.Dot(declared), u, u))
          .withMessageContaining("declares degree %d,".formatted(declared))
          .withMessageEndingWith("its degree is " + found);
      assertThat(cluster.placements()).isEmpty();
    }
  }

  @Test
  void whatAMapDoesIsToldBeforeAnythingIsSent() {
    LongMatrix x = Naive.longs(2, 2, 10, random);
    Map<PolynomialMap, String> careless =
        Map.of(
            new UserMaps.Careless(operand -> null),
            "Careless announces a value of 2x2, but gives null",
            new UserMaps.Careless(operand -> Matrix.zeros(1, 1)),
            "Careless announces a value of 2x2, but gives 1x1",
            new UserMaps.Careless(
                operand -> {
                  throw new UnsupportedOperationException("boom");
                }),
            "Careless throws java.lang.UnsupportedOperationException: boom");
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.NONE));
      careless.forEach(
          (map, problem) ->
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> evaluator.evaluate(map, x))
                  .withMessageContaining(problem));
      assertThat(cluster.placements()).isEmpty();
    }
  }

  @Test
  void whatIsNoPolynomialIsRefused() {
    LongMatrix x = Naive.longs(2, 2, 10, random);
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.NONE));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(new UserMaps.Magnitude(), x))
          .withMessageContaining("its degree is more than");
    }
  }

  @Test
  void valuesBeyondInt64AreRefusedAndThoseUpToItAreNot() {
    PolynomialMap square = Elementwise.parse("x^2 - 1");
    LongMatrix fits = LongMatrix.of(1, 2, new long[] {3037000499L, -3037000499L});
    LongMatrix overflows = LongMatrix.of(1, 2, new long[] {1, 3037000501L});
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.stragglers(1)));
      assertThat(evaluator.evaluate(square, fits).value().data())
          .containsExactly(9223372030926249000L, 9223372030926249000L);
      assertThatThrownBy(() -> evaluator.evaluate(square, overflows))
          .isInstanceOf(OverflowException.class)
          .hasMessageContaining("9223372043074251000")
          .hasMessageContaining("int64");
    }
  }

  @Test
  void operandsAndSettingsThatDoNotFitAreRefused() {
    LongMatrix x = Naive.longs(4, 3, 10, random);
    try (ScriptedCluster cluster = new ScriptedCluster(5, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.stragglers(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(new MatrixPower(2), x))
          .withMessage("matrix-power:2 needs square matrices, not 4x3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(new LinearGradient(), x))
          .withMessage("linear-gradient takes 3 operands, not 1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> evaluator.evaluate(Elementwise.parse("0.5x"), x))
          .withMessageContaining("no integers; hand in doubles");
      Evaluator private2 = Evaluator.on(lagrid(cluster, new Tolerance(1, 1, 2)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> private2.evaluate(CUBIC, x))
          .withMessageContaining("lcc: degree 3")
          .withMessageContaining("N ≥ T·deg f + 1 + 3 = 10 workers; there are 5")
          .withMessageContaining("(lcc: "); // codes that do other operations are left out
    }
  }

  /** So many that values are decoded by transforms, before they are added up. */
  @Test
  void fiveHundredWorkersGiveAGramMatrix() {
    LongMatrix x = Naive.longs(3, 2, 100, random);
    try (ScriptedCluster cluster = new ScriptedCluster(512, Script.inTurn())) {
      Settings settings = Settings.DEFAULT.withTolerance(Tolerance.stragglers(1)).withCode("lcc");
      Lagrid lagrid = Lagrid.on(cluster).with(settings);
      Result<LongMatrix> gram = Evaluator.on(lagrid).evaluate(new Gram(), x);
      assertThat(gram.value()).isEqualTo(Naive.product(x.transpose(), x));
    }
  }

  @Test
  void mapsThatDoNotDoWhatTheySayAreRefused() {
    LongMatrix x = Naive.longs(4, 3, 100, random);
    try (ScriptedCluster cluster = new ScriptedCluster(8, Script.inTurn())) {
      Evaluator evaluator = Evaluator.on(lagrid(cluster, Tolerance.stragglers(1)));
      assertThat(evaluator.evaluate(new UserMaps.Square(Cut.ENTRIES, false, false, 1), x).value())
          .isEqualTo(evaluator.evaluate(Elementwise.parse("x^2"), x).value());
      assertThat(evaluator.evaluate(new UserMaps.Square(Cut.ROWS, false, false, 1), x).value())
          .isEqualTo(squaresDown(x));
      Map<PolynomialMap, String> broken =
          Map.of(
              new UserMaps.Square(Cut.ENTRIES, true, false, 1),
              "says that it acts entry by entry",
              new UserMaps.Square(Cut.ROWS, false, true, 1),
              "says that it is a sum over groups of rows",
              new UserMaps.Square(Cut.ENTRIES, false, false, 0.1),
              "says that it stays below");
      broken.forEach(
          (map, message) ->
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> evaluator.evaluate(map, x))
                  .withMessageContaining(message));
      assertThat(cluster.placements()).as("three maps that keep their word").hasSize(3 * 8);
    }
  }

  private static LongMatrix squaresDown(LongMatrix x) {
    LongMatrix sums = LongMatrix.zeros(1, x.columns());
    for (int i = 0; i < x.data().length; i++) {
      sums.data()[i % x.columns()] += x.data()[i] * x.data()[i];
    }
    return sums;
  }
}
