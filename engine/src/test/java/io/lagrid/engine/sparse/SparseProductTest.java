package io.lagrid.engine.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparsityPattern;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.TamperingCluster;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.StoredOperand;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse operands give the products of their dense forms, and are stored as few entries. */
class SparseProductTest {

  private static final long SEED = 48;
  private static final int WORKERS = 7;
  private static final int PAIRS = 21; // C(7, 2)

  private final Randomness random = Randomness.insecure(SEED);

  @ParameterizedTest
  @ValueSource(strings = {"low-weight", "mds", "short-dot", "polynomial", "entangled", "lcc"})
  void anyFiveOfSevenAnswersGiveTheProduct(String code) {
    SparseLongMatrix a = Sparse.longs(20, 30, 60, 1000, random);
    LongMatrix b = Naive.longs(30, 3, 1000, random);
    LongMatrix expected = Naive.product(a.dense(), b);
    Settings settings = Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(2));
    int sets = 0;
    for (int first = 0; first < WORKERS; first++) {
      for (int second = first + 1; second < WORKERS; second++) {
        int[] others = others(first, second);
        try (ScriptedCluster cluster = new ScriptedCluster(WORKERS, Script.order(others))) {
          Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
          assertThat(result.value()).as("without %d and %d", first, second).isEqualTo(expected);
          assertThat(result.report().stored().get(0).sparse()).isTrue();
          assertThat(cluster.heldShares()).isZero();
        }
        sets++;
      }
    }
    assertThat(sets).isEqualTo(PAIRS);
  }

  private static int[] others(int first, int second) {
    return IntStream.range(0, WORKERS).filter(w -> w != first && w != second).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"low-weight", "mds", "repetition", "rotation"})
  void realProductsStayWithinTheStatedBoundWhicheverTwoAreMissing(String code) {
    SparseMatrix a = Sparse.doubles(18, 40, 70, random);
    Matrix b = Naive.doubles(40, 2, random);
    Matrix expected = Naive.product(a.dense(), b);
    Settings settings = Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(2));
    int sets = 0;
    for (int first = 0; first < WORKERS; first++) {
      for (int second = first + 1; second < WORKERS; second++) {
        int[] others = others(first, second);
        try (ScriptedCluster cluster = new ScriptedCluster(WORKERS, Script.order(others))) {
          Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
          double error = Naive.relativeError(result.value(), expected, a.dense(), b);
          assertThat(error).isLessThanOrEqualTo(result.report().errorBound() + 0x1p-50);
          assertThat(error).isLessThan(1e-11);
        }
        sets++;
      }
    }
    assertThat(sets).isEqualTo(PAIRS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverLiesIsCaughtByVerificationOrLocatedByTheDecoder(boolean verified) {
    SparseLongMatrix a = Sparse.longs(20, 30, 60, 1000, random);
    LongMatrix b = Naive.longs(30, 2, 1000, random);
    Settings settings =
        Settings.DEFAULT
            .withCode("low-weight")
            .withTolerance(Tolerance.stragglers(1).adversaries(1))
            .withVerification(verified ? Verification.FREIVALDS : Verification.NONE);
    int liars = 0;
    for (int liar = 0; liar < WORKERS; liar++) {
      try (Cluster cluster =
          new TamperingCluster(
              new ScriptedCluster(WORKERS, Script.inTurn()), Set.of(liar), this::oneOff)) {
        Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        assertThat(result.value()).isEqualTo(Naive.product(a.dense(), b));
        assertThat(result.report().workersThat(Fate.USED)).doesNotContain(liar);
        boolean caught = result.report().workersThat(Fate.REJECTED).contains(liar);
        boolean late = result.report().workersThat(Fate.LATE).contains(liar);
        assertThat(caught || late).as("liar %d", liar).isTrue();
      }
      liars++;
    }
    assertThat(liars).isEqualTo(WORKERS);
  }

  private Block oneOff(Block answer) {
    Block lie = new Block(answer.planes().stream().map(Matrix::copy).toList());
    Matrix plane = lie.plane(0);
    plane.set(plane.rows() - 1, 0, plane.get(plane.rows() - 1, 0) == 0 ? 1 : 0);
    return lie;
  }

  @Test
  void realLiesAreCaughtToo() {
    SparseMatrix a = Sparse.doubles(18, 40, 70, random);
    Matrix b = Naive.doubles(40, 2, random);
    Settings settings =
        Settings.DEFAULT
            .withCode("low-weight")
            .withTolerance(Tolerance.stragglers(1).adversaries(1));
    for (int liar = 0; liar < 4; liar++) { // the fifth answer decodes
      try (Cluster cluster =
          new TamperingCluster(
              new ScriptedCluster(WORKERS, Script.inTurn()), Set.of(liar), this::oneOff)) {
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        assertThat(result.report().workersThat(Fate.REJECTED)).containsExactly(liar);
        Matrix expected = Naive.product(a.dense(), b);
        assertThat(Naive.relativeError(result.value(), expected, a.dense(), b))
            .isLessThanOrEqualTo(result.report().errorBound());
      }
    }
  }

  @Test
  void everyPairOfFormsAndKindsGivesTheProduct() {
    SparseLongMatrix a = Sparse.longs(9, 12, 25, 50, random);
    SparseLongMatrix b = Sparse.longs(12, 8, 25, 50, random);
    LongMatrix expected = Naive.product(a.dense(), b.dense());
    for (Tolerance tolerance : List.of(Tolerance.NONE, Tolerance.stragglers(1))) {
      try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn())) {
        Lagrid lagrid = Lagrid.on(cluster).tolerating(tolerance);
        assertThat(lagrid.multiply(a, b).value()).isEqualTo(expected);
        assertThat(lagrid.multiply(a.dense(), b).value()).isEqualTo(expected);
        assertThat(lagrid.multiply(a, b.dense()).value()).isEqualTo(expected);
        assertThat(lagrid.multiply(a.dense(), b.dense()).report().stored()).isEmpty();
        Lagrid exact = lagrid.with(lagrid.settings().withArithmetic(ArithmeticChoice.EXACT));
        Matrix fixed = exact.multiply(a.toDoubles(), b.toDoubles()).value();
        assertThat(fixed).isEqualTo(Naive.product(a.toDoubles().dense(), b.toDoubles().dense()));
      }
    }
  }

  @Test
  void batchesOfSparseProductsAreCodedTogether() {
    List<SparseLongMatrix> a =
        List.of(Sparse.longs(9, 12, 9, 50, random), Sparse.longs(9, 12, 30, 50, random));
    List<LongMatrix> b = List.of(Naive.longs(12, 3, 9, random), Naive.longs(12, 3, 9, random));
    try (ScriptedCluster cluster = new ScriptedCluster(6, Script.inTurn())) {
      Result<List<Operand>> result =
          Lagrid.on(cluster).tolerating(Tolerance.stragglers(1)).attemptAll(a, b).orThrow();
      for (int l = 0; l < 2; l++) {
        assertThat(result.value().get(l)).isEqualTo(Naive.product(a.get(l).dense(), b.get(l)));
      }
      assertThat(result.report().stored().get(0).entries())
          .isEqualTo(a.get(0).entries() + a.get(1).entries());
    }
  }

  @Test
  void lightSharesHoldTheFewestEntries() {
    SparseLongMatrix a = Sparse.longs(5000, 5000, 5000, 9, random);
    LongMatrix x = Naive.longs(5000, 1, 9, random);
    StoredOperand light = stored("low-weight", a, x);
    StoredOperand systematic = stored("mds", a, x);
    // Three copies of each block survive two stragglers; few entries share a place.
    assertThat(light.sharedEntries()).isBetween(2 * a.entries(), 3 * a.entries());
    assertThat(light.sharedEntries()).isGreaterThan(29 * a.entries() / 10);
    assertThat(light.largestShare()).isLessThan(4 * a.entries() / 10);
    assertThat(systematic.largestShare()).isGreaterThan(9 * a.entries() / 10);
  }

  private static StoredOperand stored(String code, SparseLongMatrix a, LongMatrix x) {
    Settings settings = Settings.DEFAULT.withCode(code).withTolerance(Tolerance.stragglers(2));
    try (ScriptedCluster cluster = new ScriptedCluster(12, Script.inTurn())) {
      StoredOperand stored =
          Lagrid.on(cluster).with(settings).multiply(a, x).report().stored().get(0);
      assertThat(stored.name()).isEqualTo("left");
      assertThat(stored.entries()).isEqualTo(a.entries());
      return stored;
    }
  }

  @Test
  void thePlannerPaysForEntriesNotForZeros() {
    SparseLongMatrix a = Sparse.longs(500, 500, 600, 9, random);
    LongMatrix x = Naive.longs(500, 1, 9, random);
    int cases = 0;
    for (int workers = 9; workers <= 12; workers++) {
      try (ScriptedCluster cluster = new ScriptedCluster(workers, Script.inTurn())) {
        Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(3));
        Result<LongMatrix> result = lagrid.multiply(a, x);
        // Four copies of each block: plain blocks cost 1/2, 1/2, 1/2 and 1/3 of the entries,
        // combined ones 3/6, 3/7, 3/8 and 3/9; but answers are 1/6 to 1/9 of the result, not 1/2.
        assertThat(result.report().code().code()).as("%d workers", workers).isEqualTo("low-weight");
        assertThat(lagrid.multiply(a.dense(), x).report().code().code()).isNotEqualTo("low-weight");
        cases++;
      }
    }
    assertThat(cases).isEqualTo(4);
  }

  @Test
  void noiseMakesSharesDenseAndTheReportSaysSo() {
    SparseLongMatrix a = Sparse.longs(8, 8, 6, 9, random);
    LongMatrix b = Naive.longs(8, 8, 9, random);
    try (ScriptedCluster cluster = new ScriptedCluster(8, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.NONE.colluders(2));
      Result<LongMatrix> result = lagrid.multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a.dense(), b));
      StoredOperand left = result.report().stored().get(0);
      assertThat(left.sparse()).isFalse();
      assertThat(left.note())
          .isEqualTo("made dense, because the noise that hides it from 2 colluders is");
      SparsityPattern none =
          SparsityPattern.of(1 << 17, 1 << 17, new int[(1 << 17) + 1], new int[0]);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  lagrid.multiply(
                      SparseLongMatrix.of(none, new long[0]), LongMatrix.zeros(1 << 17, 1)))
          .withMessageContaining("cannot be made dense, because the noise that hides it");
    }
  }

  @Test
  void sharesThatWouldBeCrowdedAreMadeDense() {
    SparseLongMatrix a = Sparse.longs(20, 20, 300, 9, random);
    LongMatrix b = Naive.longs(20, 2, 9, random);
    Settings settings =
        Settings.DEFAULT.withCode("low-weight").withTolerance(Tolerance.stragglers(2));
    try (ScriptedCluster cluster = new ScriptedCluster(WORKERS, Script.inTurn())) {
      Result<LongMatrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
      assertThat(result.value()).isEqualTo(Naive.product(a.dense(), b));
      assertThat(result.report().stored().get(0).note())
          .startsWith("made dense, because shares combined from 2.143 blocks with 5");
      assertThat(result.report().stored().get(0).sharedEntries()).isEqualTo(WORKERS * 4 * 20);
    }
  }

  @Test
  void whatIsNotFiniteOrNotAlikeIsRefusedAtTheDoor() {
    SparsityPattern one = SparsityPattern.of(3, 3, new int[] {0, 0, 1, 1}, new int[] {2});
    SparseMatrix a = SparseMatrix.of(one, new double[] {Double.NaN});
    try (ScriptedCluster cluster = new ScriptedCluster(3, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lagrid.multiply(a, Matrix.zeros(3, 1)))
          .withMessage("entry (row 1, column 2) of A is NaN; every entry must be a finite number");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lagrid.attempt(a, LongMatrix.zeros(3, 1)))
          .withMessageContaining("cannot multiply a SparseMatrix by a LongMatrix");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Lagrid.requireFinite("operand 0", a))
          .withMessageContaining("operand 0 is sparse");
    }
  }

  @Test
  void aMatrixWithoutEntriesGivesZeros() {
    SparsityPattern none = SparsityPattern.of(6, 4, new int[7], new int[0]);
    try (ScriptedCluster cluster = new ScriptedCluster(4, Script.inTurn())) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(1).adversaries(1));
      assertThat(
              lagrid
                  .multiply(SparseLongMatrix.of(none, new long[0]), LongMatrix.zeros(4, 2))
                  .value())
          .isEqualTo(LongMatrix.zeros(6, 2));
      assertThat(lagrid.multiply(SparseMatrix.of(none, new double[0]), Matrix.zeros(4, 2)).value())
          .isEqualTo(Matrix.zeros(6, 2));
    }
  }
}
