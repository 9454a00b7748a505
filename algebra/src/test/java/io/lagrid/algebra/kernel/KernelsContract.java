package io.lagrid.algebra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every provider's kernel must do, at sizes around its tiles and panels. A provider's test
 * extends this class and names the provider.
 */
public abstract class KernelsContract {

  private static final int[] ROWS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17};
  private static final int[] COLUMNS = {0, 1, 2, 7, 8, 9, 11, 12, 13, 23, 24, 25, 29, 48, 49};
  private static final int[] DEPTHS = {0, 1, 2, 3, 4, 5, 7, 8, 13};

  private Kernels kernels;

  /** The name of the provider under test. */
  protected abstract String provider();

  @BeforeEach
  void chooseTheProvider() {
    kernels = Kernels.named(provider()).atAnySize();
  }

  static List<Field> fields() {
    return List.of(
        RealField.instance(),
        PrimeField.of(3),
        PrimeField.of(257),
        PrimeField.of(1_048_573),
        PrimeField.of(8_388_593));
  }

  /** One stripe or several: the same numbers to the last bit. */
  @ParameterizedTest
  @MethodSource("fields")
  void combinesOnAllCoresWhatOneCombines(Field field) {
    for (int[] shape : new int[][] {{601, 517}, {1, 310_003}, {310_003, 1}}) {
      Samples samples = new Samples(field, 17);
      List<Matrix> blocks =
          Stream.generate(() -> samples.random(shape[0], shape[1])).limit(4).toList();
      Matrix coefficients = samples.random(8, 4);
      List<Matrix> whole = zeros(8, shape);
      List<Matrix> striped = zeros(8, shape);
      kernels.combine(field, coefficients, blocks, whole, Cancellation.never());
      kernels.combineOnCores(field, coefficients, blocks, striped);
      assertThat(striped).isEqualTo(whole);
    }
  }

  private static List<Matrix> zeros(int count, int[] shape) {
    return Stream.generate(() -> Matrix.zeros(shape[0], shape[1])).limit(count).toList();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void multipliesAllSmallShapes(Field field) {
    int cases = 0;
    for (int m : ROWS) {
      for (int n : COLUMNS) {
        for (int k : DEPTHS) {
          checkProduct(field, m, k, n);
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(ROWS.length * COLUMNS.length * DEPTHS.length);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void multipliesAcrossPanels(Field field) {
    for (int k : new int[] {63, 64, 127, 128, 511, 512, 513, 1024, 1025}) {
      checkProduct(field, 5, k, 26);
      checkProduct(field, 4, k, 1);
      checkProduct(field, 3, k, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void multipliesAcrossPieces(Field field) {
    checkProduct(field, 1030, 513, 9);
    checkProduct(field, 6, 512, 401);
    checkProduct(field, 33, 101, 1021);
    checkProduct(field, 6, 3 * 8192 + 5, 2);
    checkProduct(field, 1031, 17, 8);
  }

  private void checkProduct(Field field, int m, int k, int n) {
    Samples samples = new Samples(field, 31L * m + 17L * k + n);
    Matrix a = samples.view(m, k);
    Matrix b = samples.view(k, n);
    Matrix room = Samples.room(m, n);
    Matrix c = room.block(2, 3, m, n);
    kernels.multiply(field, a, b, c, Cancellation.never());
    String what = "%dx%d times %dx%d over %s".formatted(m, k, k, n, field);
    samples.assertEqual(c, NaiveProduct.multiply(field, a, b), k, what);
    Samples.assertMarginKept(room);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void combinesViewsAndWholeBlocks(Field field) {
    int[][] shapes = {{1, 1}, {1, 300}, {3, 7}, {5, 24}, {2, 257}, {0, 4}, {4, 0}};
    for (int[] shape : shapes) {
      for (int[] count : new int[][] {{1, 1}, {2, 3}, {5, 4}, {9, 9}, {12, 3}, {20, 10}}) {
        checkCombination(field, count, shape, true);
        checkCombination(field, count, shape, false);
      }
    }
    checkCombination(field, new int[] {3, 530}, new int[] {2, 31}, true);
    checkCombination(field, new int[] {41, 100}, new int[] {3, 300}, true);
    checkCombination(field, new int[] {5, 3}, new int[] {401, 101}, true);
  }

  private void checkCombination(Field field, int[] count, int[] shape, boolean whole) {
    Samples samples = new Samples(field, 31L * count[0] + count[1]);
    Matrix coefficients = samples.random(count[0], count[1]);
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < count[1]; k++) {
      blocks.add(whole ? samples.random(shape[0], shape[1]) : samples.view(shape[0], shape[1]));
    }
    List<Matrix> rooms = new ArrayList<>();
    List<Matrix> targets = new ArrayList<>();
    for (int i = 0; i < count[0]; i++) {
      rooms.add(Samples.room(shape[0], shape[1]));
      Matrix view = rooms.get(i).block(2, 3, shape[0], shape[1]);
      targets.add(whole ? Matrix.zeros(shape[0], shape[1]) : view);
    }
    kernels.combine(field, coefficients, blocks, targets, Cancellation.never());
    List<Matrix> expected = NaiveProduct.combine(field, coefficients, blocks);
    for (int i = 0; i < count[0]; i++) {
      String what = "target %d of %s blocks %s over %s".formatted(i, count[1], shape[0], field);
      samples.assertEqual(targets.get(i), expected.get(i), count[1], what);
      Samples.assertMarginKept(rooms.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void copiesBlocksForUnitRows(Field field) {
    Samples samples = new Samples(field, 5);
    Matrix coefficients =
        Matrix.ofRows(
            new double[] {0, 1, 0}, new double[] {1, 1, 0}, new double[] {0, 0, 1}, new double[3]);
    List<Matrix> blocks = List.of(samples.view(4, 70), samples.view(4, 70), samples.view(4, 70));
    List<Matrix> targets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      targets.add(Samples.room(4, 70).block(2, 3, 4, 70));
    }
    kernels.combine(field, coefficients, blocks, targets, Cancellation.never());
    assertThat(targets.get(0)).isEqualTo(blocks.get(1));
    assertThat(targets.get(2)).isEqualTo(blocks.get(2));
    assertThat(targets.get(3)).isEqualTo(Matrix.zeros(4, 70));
    Matrix sum = NaiveProduct.combine(field, coefficients, blocks).get(1);
    samples.assertEqual(targets.get(1), sum, 3, "the row that is no unit vector");
  }

  /** The longest sums of the largest products there are: every partial sum must be exact. */
  @Test
  void staysExactWhereSumsAreLargest() {
    int cases = 0;
    for (int p : new int[] {8_388_593, 8_388_587, 1_048_573, 257, 3}) {
      for (int k : new int[] {511, 512, 513, 1024, 1536, 8192 + 512}) {
        for (int n : new int[] {1, 3, 30}) {
          for (int signs = 0; signs < 4; signs++) {
            checkExtremes(PrimeField.of(p), k, n, signs);
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(5 * 6 * 3 * 4);
  }

  private void checkExtremes(PrimeField field, int k, int n, int signs) {
    double half = (field.modulus() - 1) / 2;
    Matrix a = constant(6, k, (signs & 1) == 0 ? half : -half);
    Matrix b = constant(k, n, (signs & 2) == 0 ? half : -half);
    Matrix c = Matrix.zeros(6, n);
    kernels.multiply(field, a, b, c, Cancellation.never());
    assertThat(c)
        .as("%d products of ±%s over %s, signs %d", k, half, field, signs)
        .isEqualTo(constant(6, n, NaiveProduct.multiply(field, a, b).get(0, 0)));
  }

  private static Matrix constant(int rows, int columns, double value) {
    Matrix matrix = Matrix.zeros(rows, columns);
    java.util.Arrays.fill(matrix.data(), value);
    return matrix;
  }

  /** Sums near ±2^53 whose residue lies at a border of the balanced range, on either side. */
  @Test
  void reducesBorderResiduesOfLargeSumsCanonically() {
    int cases = 0;
    for (int p : new int[] {8_388_593, 8_388_587, 8_388_461, 65_537}) {
      for (int n : new int[] {1, 25}) {
        for (int distance = 0; distance < 8; distance++) {
          checkBorder(PrimeField.of(p), n, distance, 1);
          checkBorder(PrimeField.of(p), n, distance, -1);
          cases += 2;
        }
      }
    }
    assertThat(cases).isEqualTo(4 * 2 * 8 * 2);
  }

  private void checkBorder(PrimeField field, int n, int distance, int sign) {
    double half = (field.modulus() - 1) / 2;
    double wanted = field.of((long) half - 4 + distance);
    Matrix a = constant(1, 512, half);
    Matrix b = constant(512, n, sign * half);
    a.set(0, 511, 1);
    double others =
        NaiveProduct.multiply(field, a.block(0, 0, 1, 511), b.block(0, 0, 511, 1)).get(0, 0);
    double last = field.subtract(wanted, others);
    for (int j = 0; j < n; j++) {
      b.set(511, j, last);
    }
    Matrix c = Matrix.zeros(1, n);
    kernels.multiply(field, a, b, c, Cancellation.never());
    assertThat(c).as("over %s", field).isEqualTo(constant(1, n, wanted));
  }

  @Test
  void stopsSoonOnceCancelled() {
    int[] polls = new int[1];
    Cancellation third = () -> ++polls[0] >= 3;
    Matrix a = Matrix.zeros(64, 512);
    Matrix c = Matrix.zeros(64, 4096);
    assertThatCancelled(() -> kernels.multiply(GF, a, Matrix.zeros(512, 4096), c, third));
    assertThat(polls[0]).isEqualTo(3);
  }

  @Test
  void pollsOftenInEveryPath() {
    int work = 4 << 20;
    assertThat(polls(64, 1024, work / 65536)).isBetween(3, 80);
    assertThat(polls(work / 4096, 4096, 1)).isBetween(3, 80);
    assertThat(combinationPolls(Matrix.ofRows(new double[] {2, 1}), 1 << 21)).isBetween(2, 80);
    assertThat(combinationPolls(Matrix.ofRows(new double[] {0, 1}), 1 << 22)).isBetween(3, 80);
  }

  private static final PrimeField GF = PrimeField.of(8_388_593);

  private int polls(int m, int k, int n) {
    int[] polls = new int[1];
    Cancellation counting = () -> ++polls[0] < 0;
    kernels.multiply(GF, Matrix.zeros(m, k), Matrix.zeros(k, n), Matrix.zeros(m, n), counting);
    return polls[0];
  }

  private int combinationPolls(Matrix coefficients, int entries) {
    int[] polls = new int[1];
    List<Matrix> blocks = List.of(Matrix.zeros(1, entries), Matrix.zeros(1, entries));
    List<Matrix> targets = List.of(Matrix.zeros(1, entries));
    kernels.combine(GF, coefficients, blocks, targets, () -> ++polls[0] < 0);
    return polls[0];
  }

  private static void assertThatCancelled(Runnable call) {
    org.assertj.core.api.Assertions.assertThatThrownBy(call::run)
        .isInstanceOf(java.util.concurrent.CancellationException.class);
  }
}
