package io.lagrid.algebra.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.kernel.NaiveProduct;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Sparse products and combinations beside the dense kernels. */
class PlaneProductTest {

  private static final long SEED = 11;
  private static final int[] SIZES = {0, 1, 2, 7, 13};

  private final Randomness random = Randomness.insecure(SEED);
  private final PrimeField prime = PrimeField.of(Primes.largest(1).get(0));
  private final List<Field> fields = List.of(prime, RealField.instance(), PrimeField.of(3));

  /** About a third of the entries, as large as the field has them; integers over the reals. */
  private SparseMatrix sparse(Field field, int rows, int columns) {
    int count = rows * columns / 3;
    int[] rowOf = new int[count];
    int[] columnOf = new int[count];
    for (int k = 0; k < count; k++) {
      rowOf[k] = random.nextInt(rows);
      columnOf[k] = random.nextInt(columns);
    }
    SparseMatrix places = SparseMatrix.ofEntries(rows, columns, rowOf, columnOf, new double[count]);
    double[] values = new double[(int) places.entries()];
    Arrays.setAll(values, e -> element(field));
    return SparseMatrix.of(places.pattern(), values);
  }

  private double element(Field field) {
    double half = field.exact() ? (field.modulus() - 1) / 2 : 1000;
    return random.nextInt(2) == 0 ? half : field.of(random.nextInt((int) half + 1));
  }

  private Matrix dense(Field field, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows + 1, columns + 2); // a view, with gaps
    Arrays.setAll(matrix.data(), i -> element(field));
    return matrix.block(1, 1, rows, columns);
  }

  @Test
  void everyPairOfFormsGivesTheDenseProduct() {
    int cases = 0;
    for (Field field : fields) {
      for (int rows : SIZES) {
        for (int inner : SIZES) {
          for (int columns : SIZES) {
            check(field, rows, inner, columns);
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(3 * 125);
  }

  private void check(Field field, int rows, int inner, int columns) {
    PlaneProduct product = new PlaneProduct(Kernels.fastest(), field);
    SparseMatrix a = sparse(field, rows, inner);
    SparseMatrix b = sparse(field, inner, columns);
    Matrix denseA = dense(field, rows, inner);
    Matrix denseB = dense(field, inner, columns);
    Matrix found = dense(field, rows, columns);
    product.multiply(a, denseB, found, Cancellation.never());
    same(field, a.dense(), denseB, found);
    product.multiply(denseA, b, found, Cancellation.never());
    same(field, denseA, b.dense(), found);
    product.multiply(a, b, found, Cancellation.never());
    same(field, a.dense(), b.dense(), found);
  }

  private static void same(Field field, Matrix a, Matrix b, Matrix found) {
    Matrix expected = NaiveProduct.multiply(field, a, b);
    assertThat(found).as("seed %d, %s", SEED, field).isEqualTo(expected);
  }

  /** Rows with more entries than a double sums exactly: all as large as they get, of one sign. */
  @Test
  void longRowsAreReducedBeforeTheyRound() {
    int inner = 5 * prime.panelDepth() + 3;
    double half = (prime.modulus() - 1) / 2;
    Matrix ones = Matrix.zeros(1, inner);
    Arrays.fill(ones.data(), half);
    int[] columns = new int[inner];
    Arrays.setAll(columns, i -> i);
    SparseMatrix row = SparseMatrix.ofEntries(1, inner, new int[inner], columns, ones.data());
    SparseMatrix column = row.transpose();
    double expected = prime.multiply(prime.multiply(half, half), ((Field) prime).of(inner));
    Matrix found = Matrix.zeros(1, 1);
    PlaneProduct product = new PlaneProduct(Kernels.fastest(), prime);
    product.multiply(row, ones.transpose(), found, Cancellation.never());
    assertThat(found.get(0, 0)).isEqualTo(expected);
    product.multiply(ones, column, found, Cancellation.never());
    assertThat(found.get(0, 0)).isEqualTo(expected);
    product.multiply(row, column, found, Cancellation.never());
    assertThat(found.get(0, 0)).isEqualTo(expected);
  }

  @Test
  void combinationsHaveTheEntriesOfTheirTermsAlone() {
    List<Field> planes = List.of(prime, PrimeField.of(Primes.largest(2).get(1)));
    for (int trial = 0; trial < 50; trial++) {
      List<SparseBlock> blocks = new ArrayList<>();
      List<double[]> coefficients = List.of(new double[4], new double[4]);
      for (int k = 0; k < 4; k++) {
        SparseMatrix first = sparse(prime, 7, 9);
        blocks.add(
            SparseBlock.of(first.pattern(), List.of(first.values(), first.values().clone())));
        boolean term = random.nextInt(2) == 0;
        coefficients.get(0)[k] = term ? element(planes.get(0)) : 0;
        coefficients.get(1)[k] = term && random.nextInt(9) > 0 ? element(planes.get(1)) : 0;
      }
      SparseBlock sum = new SparseCombination(planes).of(coefficients, blocks);
      for (int plane = 0; plane < 2; plane++) {
        checkSum(planes.get(plane), coefficients.get(plane), blocks, plane, sum);
      }
      long most = 0;
      for (int k = 0; k < 4; k++) {
        boolean term = coefficients.get(0)[k] != 0 || coefficients.get(1)[k] != 0;
        most += term ? blocks.get(k).entries() : 0;
      }
      assertThat(sum.entries()).as("trial %d, seed %d", trial, SEED).isLessThanOrEqualTo(most);
    }
  }

  private static void checkSum(
      Field field, double[] coefficients, List<SparseBlock> blocks, int plane, SparseBlock sum) {
    List<Matrix> dense = blocks.stream().map(block -> block.plane(plane).dense()).toList();
    Matrix expected = NaiveProduct.combine(field, Matrix.of(1, 4, coefficients), dense).get(0);
    assertThat(sum.plane(plane).dense()).as("seed %d", SEED).isEqualTo(expected);
  }

  @Test
  void aPlainBlockIsNotCopied() {
    SparseMatrix only = sparse(prime, 7, 9);
    SparseBlock block = SparseBlock.of(only.pattern(), List.of(only.values()));
    SparseBlock other = SparseBlock.of(only.pattern(), List.of(only.values().clone()));
    SparseCombination combination = new SparseCombination(List.of(prime));
    assertThat(combination.of(List.of(new double[] {0, 1}), List.of(other, block))).isSameAs(block);
    SparseBlock tripled = combination.of(List.of(new double[] {3, 0}), List.of(block, other));
    assertThat(tripled.pattern()).isSameAs(block.pattern());
    assertThat(tripled.plane(0).values()[0]).isEqualTo(prime.multiply(3, only.values()[0]));
    assertThat(combination.of(List.of(new double[2]), List.of(block, other)).entries()).isZero();
  }

  @Test
  void whatDoesNotFitIsRefusedAndCancellationEndsIt() {
    PlaneProduct product = new PlaneProduct(Kernels.fastest(), prime);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                product.multiply(
                    sparse(prime, 2, 3),
                    Matrix.zeros(4, 5),
                    Matrix.zeros(2, 5),
                    Cancellation.never()))
        .withMessage("no product of a 2x3 matrix and a 4x5 one of shape 2x5");
    SparseMatrix large = sparse(prime, 900, 900);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () -> product.multiply(large, Matrix.zeros(900, 9), Matrix.zeros(900, 9), () -> true));
  }
}
