package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Subsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CurveCodeTest {

  private static final long SEED = 3;

  private static CurveCode code(CurveScheme scheme, int workers, int blocks, int colluders) {
    return new CurveCode(new CurveParameters(scheme, workers, blocks, colluders));
  }

  private static double row(Matrix matrix, int row, double... values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += matrix.get(row, k) * values[k];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void everySetOfRespondersReproducesConstants(CurveScheme scheme) {
    CurveCode code = code(scheme, 7, 3, 0);
    int tried = 0;
    int expected = 0;
    for (int size = scheme.quorum(); size <= 7; size++) {
      expected += (int) Subsets.binomial(7, size);
      for (List<Integer> workers : Subsets.ofSize(7, size)) {
        Matrix estimator = code.estimator(workers, 0);
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        for (int k = 0; k < 3; k++) {
          assertThat(row(estimator, k, ones)).isCloseTo(1, within(1e-9));
        }
        tried++;
      }
    }
    assertThat(tried).isEqualTo(expected);
  }

  /** Berrut's formula as written, with the signs of all places, arrived or not. */
  private static double withOriginalSigns(CurveCode code, List<Integer> workers, double z) {
    double[] points = code.workerPoints();
    List<Integer> along = CurveRound.along(code);
    double above = 0;
    double below = 0;
    for (int worker : workers) {
      double term = (along.indexOf(worker) % 2 == 0 ? 1 : -1) / (z - points[worker]);
      above += term * Math.sin(2 * points[worker]);
      below += term;
    }
    return above / below;
  }

  @Test
  void signsAreRenumberedOverTheResponders() {
    CurveCode code = code(CurveScheme.BERRUT, 24, 200, 0);
    double[] points = code.workerPoints();
    double renumbered = 0;
    double original = 0;
    for (int gap = 1; gap < 23; gap++) {
      int missing = CurveRound.along(code).get(gap);
      List<Integer> workers = IntStream.range(0, 24).filter(i -> i != missing).boxed().toList();
      Matrix estimator = code.estimator(workers, 0);
      double[] answers =
          workers.stream().mapToDouble(worker -> Math.sin(2 * points[worker])).toArray();
      for (int k = 0; k < 200; k++) {
        double z = code.dataPoints()[k];
        double truth = Math.sin(2 * z);
        renumbered = Math.max(renumbered, Math.abs(row(estimator, k, answers) - truth));
        original = Math.max(original, Math.abs(withOriginalSigns(code, workers, z) - truth));
      }
    }
    assertThat(renumbered).isLessThan(0.1);
    assertThat(original).isGreaterThan(20 * renumbered);
  }

  @Test
  void theFirstWorkersAreSpreadOverAllExtrema() {
    int prefixes = 0;
    for (int workers = 2; workers <= 130; workers++) {
      double[] points = code(CurveScheme.SPLINE, workers, 3, 0).workerPoints();
      double[] sorted = points.clone();
      Arrays.sort(sorted);
      double[] extrema = Chebyshev.extrema(workers);
      Arrays.sort(extrema);
      assertThat(sorted).isEqualTo(extrema);
      for (int count = 2; count <= workers; count++) {
        double[] first = Arrays.copyOf(points, count);
        Arrays.sort(first);
        double even = Math.PI / (count - 1);
        for (int i = 1; i < count; i++) {
          double gap = Math.acos(first[i - 1]) - Math.acos(first[i]);
          assertThat(gap).as("%d of %d", count, workers).isLessThan(2 * even + Math.PI / workers);
        }
        prefixes++;
      }
    }
    assertThat(prefixes).isEqualTo(129 * 130 / 2);
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    for (CurveScheme scheme : CurveScheme.values()) {
      CurveCode code = code(scheme, 9, 4, 0);
      Matrix sorted = code.estimator(List.of(1, 2, 4, 5, 7), 0);
      Matrix mixed = code.estimator(List.of(7, 2, 1, 5, 4), 0);
      int[] place = {4, 1, 0, 3, 2};
      for (int k = 0; k < 4; k++) {
        for (int i = 0; i < 5; i++) {
          assertThat(mixed.get(k, i)).isCloseTo(sorted.get(k, place[i]), within(1e-12));
        }
      }
    }
  }

  @Test
  void whereTheTwoGridsMeetAWorkerHoldsTheBlockItself() {
    int collisions = 0;
    for (int workers = 2; workers <= 30; workers++) {
      for (int blocks = 2; blocks <= 12; blocks++) {
        for (CurveScheme scheme : CurveScheme.values()) {
          CurveCode code = code(scheme, workers, blocks, 0);
          double[] points = code.workerPoints();
          Matrix shares = code.encoding(0, RealField.instance()).coefficients();
          for (int k = 0; k < blocks; k++) {
            for (int worker = 0; worker < workers; worker++) {
              assertThat(shares.get(worker, k)).isFinite();
              if (points[worker] == code.dataPoints()[k]) {
                assertThat(shares.get(worker, k)).isCloseTo(1, within(1e-12));
                collisions++;
              }
            }
          }
        }
      }
    }
    assertThat(collisions).isGreaterThan(100); // such as 0 for odd N and odd K
  }

  @Test
  void withColludersNoWorkerHoldsABlock() {
    int tried = 0;
    for (int workers = 4; workers <= 30; workers++) {
      for (int blocks = 2; blocks <= 8; blocks++) {
        for (int colluders = 1; colluders <= 3; colluders++) {
          CurveCode code = code(CurveScheme.BERRUT, workers, blocks, colluders);
          for (double point : code.workerPoints()) {
            for (double data : code.dataPoints()) {
              assertThat(point).isNotEqualTo(data);
            }
          }
          tried++;
        }
      }
    }
    assertThat(tried).isEqualTo(27 * 7 * 3);
  }

  @Test
  void noiseLiesAmongTheData() {
    for (int colluders = 1; colluders <= 4; colluders++) {
      CurveCode code = code(CurveScheme.SPLINE, 20, 6, colluders);
      double[] zeros = Chebyshev.zeros(6 + colluders);
      double[] points = code.dataPoints();
      assertThat(Arrays.stream(points).sorted().toArray())
          .isEqualTo(Arrays.stream(zeros).sorted().toArray());
      Encoding encoding = code.encoding(0, RealField.instance());
      assertThat(encoding.dataBlocks()).isEqualTo(6);
      assertThat(encoding.noiseBlocks()).isEqualTo(colluders);
    }
  }

  @Test
  void aGoodOrderGainsAndIsUndoneOnReturn() {
    Randomness random = Randomness.insecure(SEED);
    double[] data = CurveRound.spaced(12);
    for (int i = 11; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swapped = data[i];
      data[i] = data[j];
      data[j] = swapped;
    }
    Matrix features = Matrix.of(12, 1, data.clone());
    int[] order = InputOrder.of(features);
    for (CurveScheme scheme : CurveScheme.values()) {
      CurveCode plain = code(scheme, 60, 12, 0);
      List<Integer> workers = CurveRound.without(4, 60, random);
      double mixed =
          new CurveRound(plain, Math::sin, data).squaredError(workers, plain.estimator(workers, 0));
      CurveCode ordered = plain.inOrder(order);
      double sorted =
          new CurveRound(ordered, Math::sin, data)
              .squaredError(workers, ordered.estimator(workers, 0));
      assertThat(mixed / sorted).as("%s, seed %d", scheme, SEED).isGreaterThan(30);
    }
  }

  @Test
  void ordersOfSeveralDimensionsAreShort() {
    Randomness random = Randomness.insecure(SEED);
    Matrix features = Matrix.zeros(20, 3);
    for (int k = 0; k < 20; k++) { // points on a bent line, shuffled by a stride
      double t = (k * 7 % 20) / 20.0;
      features.set(k, 0, t);
      features.set(k, 1, t * t);
      features.set(k, 2, 0.01 * random.nextDouble());
    }
    int[] order = InputOrder.of(features);
    int[] identity = IntStream.range(0, 20).toArray();
    assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(identity);
    assertThat(InputOrder.roughness(features, order))
        .isLessThan(InputOrder.roughness(features, identity) / 20);
  }

  @Test
  void whatIsNoCodeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code(CurveScheme.SPLINE, 5, 1, 0))
        .withMessageContaining("K + T ≥ 2");
    assertThatIllegalArgumentException().isThrownBy(() -> code(CurveScheme.BERRUT, 5, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> code(CurveScheme.BERRUT, 5, 2, 6));
    CurveCode code = code(CurveScheme.SPLINE, 5, 3, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.estimator(List.of(2), 0))
        .withMessageContaining("1 answers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.inOrder(new int[] {0, 0, 1}))
        .withMessageContaining("[0, 0, 1]");
    assertThatThrownBy(() -> code.encoding(0, PrimeField.of(101)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("spline is a code over the reals");
    assertThatThrownBy(() -> code.encoding(-1, RealField.instance()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
