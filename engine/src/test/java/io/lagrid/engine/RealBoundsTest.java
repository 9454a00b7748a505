package io.lagrid.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Doubles on many workers, whoever is missing: a result lies within its bound of the exact one, and
 * one without digits is a failure.
 */
class RealBoundsTest {

  private static final long SEED = 20261122;

  private final Randomness random = Randomness.insecure(SEED);

  /** The first, the last, the middle ones and scattered ones answer last. */
  private static List<int[]> orders(int workers) {
    int[] turn = IntStream.range(0, workers).toArray();
    int[] back = IntStream.range(0, workers).map(i -> workers - 1 - i).toArray();
    int[] inwards =
        IntStream.range(0, workers).map(i -> i % 2 == 0 ? i / 2 : workers - 1 - i / 2).toArray();
    List<Integer> mixed = new ArrayList<>(IntStream.range(0, workers).boxed().toList());
    Randomness drawn = Randomness.insecure(SEED);
    for (int i = 0; i < workers; i++) {
      Collections.swap(mixed, i, i + drawn.nextInt(workers - i));
    }
    return List.of(turn, back, inwards, mixed.stream().mapToInt(i -> i).toArray());
  }

  /** What is computed, with its exact result and the unit of its error bound. */
  private record Case(Computation run, Matrix exact, double unit) {
    interface Computation {
      Outcome<Operand> on(Lagrid lagrid);
    }
  }

  private Case product(int rows, int inner, int columns) {
    Matrix a = Naive.doubles(rows, inner, random);
    Matrix b = Naive.doubles(inner, columns, random);
    return new Case(lagrid -> lagrid.attempt(a, b), Naive.product(a, b), norm(a) * norm(b));
  }

  private Case batch() {
    List<Matrix> a = IntStream.range(0, 20).mapToObj(i -> Naive.doubles(2, 3, random)).toList();
    List<Matrix> b = IntStream.range(0, 20).mapToObj(i -> Naive.doubles(3, 2, random)).toList();
    Matrix exact = Matrix.zeros(40, 2);
    for (int i = 0; i < 20; i++) {
      exact.block(2 * i, 0, 2, 2).write(Naive.product(a.get(i), b.get(i)));
    }
    double unit = Math.sqrt(squares(a) * squares(b));
    return new Case(lagrid -> lagrid.attemptAll(a, b).map(RealBoundsTest::stacked), exact, unit);
  }

  private static Operand stacked(List<Operand> results) {
    Matrix all = Matrix.zeros(2 * results.size(), 2);
    for (int i = 0; i < results.size(); i++) {
      all.block(2 * i, 0, 2, 2).write((Matrix) results.get(i));
    }
    return all;
  }

  private Case convolution() {
    Matrix a = Naive.doubles(1, 400, random);
    Matrix b = Naive.doubles(1, 300, random);
    Matrix exact = Matrix.zeros(1, 699);
    for (int i = 0; i < 400; i++) {
      for (int j = 0; j < 300; j++) {
        exact.data()[i + j] += a.data()[i] * b.data()[j];
      }
    }
    return new Case(
        lagrid -> Convolutions.on(lagrid).attemptLinear(a, b), exact, norm(a) * norm(b));
  }

  private Case gram() {
    Matrix x = Naive.doubles(200, 3, random);
    return new Case(
        lagrid -> Evaluator.on(lagrid).attempt(new Gram(), List.of(x)),
        Naive.product(x.transpose(), x),
        200 * Math.pow(largest(x), 2));
  }

  private Case polynomial() {
    Matrix x = Naive.doubles(60, 2, random);
    Matrix exact = Matrix.zeros(60, 2);
    for (int i = 0; i < x.data().length; i++) {
      exact.data()[i] = (3 * x.data()[i] - 1) * x.data()[i] + 1;
    }
    return new Case(
        lagrid -> Evaluator.on(lagrid).attempt(Elementwise.parse("3*x^2 - x + 1"), List.of(x)),
        exact,
        3 * Math.pow(largest(x), 2) + largest(x) + 1);
  }

  private static double norm(Matrix matrix) {
    return Math.sqrt(squares(List.of(matrix)));
  }

  private static double squares(List<Matrix> matrices) {
    return matrices.stream().mapToDouble(m -> Arrays.stream(m.data()).map(v -> v * v).sum()).sum();
  }

  private static double largest(Matrix matrix) {
    return Arrays.stream(matrix.data()).map(Math::abs).max().orElseThrow();
  }

  /** Whether there was a result; it is then within its bound, which leaves it digits. */
  private static boolean sound(Case tried, Settings settings, int[] order) {
    Outcome<Operand> outcome;
    try (Cluster cluster = new ScriptedCluster(order.length, Script.order(order))) {
      outcome = tried.run().on(Lagrid.on(cluster).with(settings));
    } catch (IllegalArgumentException refused) {
      assertThat(settings.arithmetic()).isEqualTo(ArithmeticChoice.REAL);
      assertThat(refused).hasMessageContaining("--arithmetic exact");
      return false;
    }
    if (outcome instanceof Outcome.Failed<Operand> failed) {
      assertThat(failed.failure()).isInstanceOf(Failure.Imprecise.class);
      assertThat(failed.failure().message()).contains("--arithmetic exact").contains("answered");
      assertThat(failed.report().errorBound()).isGreaterThan(Failure.Imprecise.LARGEST_ERROR);
      return false;
    }
    Matrix found = (Matrix) outcome.orThrow().value();
    double worst = 0;
    for (int i = 0; i < found.data().length; i++) {
      worst = Math.max(worst, Math.abs(found.data()[i] - tried.exact().data()[i]));
    }
    double bound = outcome.report().errorBound();
    assertThat(bound)
        .as("%s", outcome.report().code())
        .isBetween(0.0, Failure.Imprecise.LARGEST_ERROR);
    assertThat(worst)
        .as("%s on %d workers, seed %d", outcome.report().code(), order.length, SEED)
        .isLessThanOrEqualTo((bound + 1e-15) * tried.unit());
    return true;
  }

  private Case of(String operation) {
    return switch (operation) {
      case "multiply" -> product(40, 6, 30);
      case "batch" -> batch();
      case "convolve" -> convolution();
      case "gram" -> gram();
      default -> polynomial();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "convolve, 40, 4", "convolve, 60, 6", "convolve, 100, 10",
    "batch, 40, 4", "gram, 60, 6", "polynomial, 60, 0",
    "multiply, 100, 10", "multiply, 200, 20"
  })
  void doublesOnManyWorkersKeepTheirDigitsAndFailOnlyWhereExactArithmeticIsForbidden(
      String operation, int workers, int stragglers) {
    Case tried = of(operation);
    Settings settings = Settings.DEFAULT.withTolerance(Tolerance.stragglers(stragglers));
    for (int[] order : orders(workers)) {
      assertThat(sound(tried, settings, order)).as("a way that keeps digits is found").isTrue();
      sound(tried, settings.withArithmetic(ArithmeticChoice.REAL), order);
    }
  }

  /** A finite result is given, though squares of the operands' entries are beyond doubles. */
  @ParameterizedTest
  @CsvSource({"1e160, 1e-200", "1e-200, 1e160", "1e200, 1e100", "1e-160, 1e-100"})
  void boundsHoldForEntriesWhoseSquaresAreBeyondDoubles(double left, double right) {
    Matrix a = times(left, Naive.doubles(12, 6, random));
    Matrix b = times(right, Naive.doubles(6, 8, random));
    Matrix exact = Naive.product(a, b);
    int[] order = orders(12).get(1);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(2))
            .withArithmetic(ArithmeticChoice.REAL)
            .withCode("orthopoly");
    double unit = norm(times(1 / left, a)) * norm(times(1 / right, b)) * left * right;
    assertThat(sound(new Case(lagrid -> lagrid.attempt(a, b), exact, unit), settings, order))
        .isTrue();
    Settings verified = settings.withVerification(Settings.Verification.FREIVALDS);
    assertThat(sound(new Case(lagrid -> lagrid.attempt(a, b), exact, unit), verified, order))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1e160, 1e-200", "1e-200, 1e160"})
  void boundsOfConvolutionsDoToo(double left, double right) {
    Matrix a = times(left, Naive.doubles(1, 30, random));
    Matrix b = times(right, Naive.doubles(1, 20, random));
    Matrix exact = Matrix.zeros(1, 49);
    for (int k = 0; k < 600; k++) {
      exact.data()[k / 20 + k % 20] += a.data()[k / 20] * b.data()[k % 20];
    }
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(2))
            .withArithmetic(ArithmeticChoice.REAL);
    double unit = norm(times(1 / left, a)) * norm(times(1 / right, b)) * left * right;
    Case tried = new Case(lagrid -> Convolutions.on(lagrid).attemptLinear(a, b), exact, unit);
    assertThat(sound(tried, settings, orders(12).get(1))).isTrue();
  }

  private static Matrix times(double factor, Matrix matrix) {
    return Matrix.of(
        matrix.rows(),
        matrix.columns(),
        Arrays.stream(matrix.toArray()).map(v -> factor * v).toArray());
  }

  @Test
  void systemsThatAreSingularToWorkingPrecisionGiveNoResult() {
    Case tried = product(20, 3, 16);
    Settings settings =
        Settings.DEFAULT
            .withTolerance(Tolerance.stragglers(20))
            .withArithmetic(ArithmeticChoice.REAL)
            .withCode("rotation")
            .withPartition(new Partition(1, 20, 16));
    for (int[] order : orders(100).subList(0, 3)) { // neighbours are missing
      assertThat(sound(tried, settings, order)).as("from worker %d on", order[0]).isFalse();
    }
    sound(tried, settings, orders(100).get(3));
  }
}
