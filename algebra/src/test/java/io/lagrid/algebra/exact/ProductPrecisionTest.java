package io.lagrid.algebra.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductPrecisionTest {

  private static final PrecisionLimits DEFAULT = PrecisionLimits.DEFAULT;

  /** A matrix of sums of twelve uniform numbers: nearly Gaussian with variance 1. */
  private static Matrix gaussian(int rows, int columns, long seed) {
    Randomness randomness = Randomness.insecure(seed);
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += randomness.nextDouble();
      }
      matrix.data()[i] = sum;
    }
    return matrix;
  }

  private static Matrix map(Matrix matrix, DoubleUnaryOperator f) {
    return Matrix.of(
        matrix.rows(), matrix.columns(), Arrays.stream(matrix.toArray()).map(f).toArray());
  }

  /** Entries spread evenly over sixteen decades. */
  private static Matrix badlyScaled(int rows, int columns, long seed) {
    Randomness randomness = Randomness.insecure(seed + 1);
    return map(
        gaussian(rows, columns, seed), x -> x * Math.pow(10, 16 * randomness.nextDouble() - 8));
  }

  private static Block split(ResidueSystem system, Operand operand, int bits) {
    Block block = Block.zeros(system.arithmetic().size(), operand.rows(), operand.columns());
    if (operand instanceof Matrix matrix) {
      system.split(matrix, bits, block);
    } else {
      assertThat(bits).isZero();
      system.split((LongMatrix) operand, block);
    }
    return block;
  }

  private static Matrix product(ProductPrecision precision, Operand a, Operand b) {
    ResidueSystem system = precision.system();
    Block left = split(system, a, precision.leftBits());
    Block right = split(system, b, precision.rightBits());
    Matrix result = Matrix.zeros(a.rows(), b.columns());
    system.join(ExactIntegers.product(system, left, right), precision.resultBits(), result);
    return result;
  }

  /** ‖computed − a·b‖ / (‖a‖·‖b‖) from exact sums. */
  private static double relativeError(Matrix computed, Operand a, Operand b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < computed.rows(); i++) {
      for (int j = 0; j < computed.columns(); j++) {
        BigDecimal exact = ExactIntegers.productEntry(a, b, i, j);
        sum = sum.add(new BigDecimal(computed.get(i, j)).subtract(exact).pow(2));
      }
    }
    BigDecimal norms = ExactIntegers.squaredNorm(a).multiply(ExactIntegers.squaredNorm(b));
    return norms.signum() == 0
        ? sum.doubleValue()
        : Math.sqrt(sum.divide(norms, MathContext.DECIMAL64).doubleValue());
  }

  private static void assertWithin(ProductPrecision precision, Operand a, Operand b) {
    assertThat(precision.bound()).isLessThanOrEqualTo(precision.system().capacity());
    double error = relativeError(product(precision, a, b), a, b);
    assertThat(error).as("%s", precision).isLessThanOrEqualTo(precision.errorBound());
  }

  private static ProductPrecision assertAccurate(Operand a, Operand b) {
    ProductPrecision precision = ProductPrecision.of(a, b, DEFAULT);
    assertThat(precision.errorBound()).isLessThanOrEqualTo(0x1p-44);
    assertWithin(precision, a, b);
    return precision;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gaussianOperands(long seed) {
    ProductPrecision precision =
        assertAccurate(gaussian(12, 40, 10 * seed), gaussian(40, 9, 10 * seed + 1));
    assertThat(precision.primes()).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void badlyScaledOperands(long seed) {
    assertAccurate(badlyScaled(10, 30, 20 * seed), badlyScaled(30, 8, 20 * seed + 10));
  }

  @Test
  void oneHugeEntry() {
    Matrix a = gaussian(8, 20, 30);
    a.set(3, 7, 1e12);
    Matrix b = gaussian(20, 8, 31);
    b.set(0, 0, -1e9);
    assertAccurate(a, b);
    assertAccurate(b, a);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1e-300, 1e150, 1e-150, 0x1p-1060})
  void hugeAndTinyMagnitudes(double scale) {
    Matrix a = map(gaussian(5, 7, 40), x -> x * scale);
    assertAccurate(a, map(gaussian(7, 4, 41), x -> x / Math.max(scale, 1e-200)));
    if (scale < 1) {
      assertAccurate(map(gaussian(3, 5, 42), x -> x * 1e100), a);
    }
  }

  @Test
  void singleEntriesAndSubnormals() {
    for (double x : new double[] {1, Math.PI, -1e-300, 1e300, 0x0.8p-1022}) {
      Matrix a = Matrix.of(1, 1, new double[] {x});
      assertAccurate(a, Matrix.of(1, 1, new double[] {1 / 3.0}));
      assertAccurate(Matrix.of(1, 1, new double[] {1e5 / 3}), a);
    }
  }

  @Test
  void zeroOperands() {
    for (Operand zero : new Operand[] {Matrix.zeros(3, 4), LongMatrix.zeros(3, 4)}) {
      ProductPrecision precision = assertAccurate(zero, gaussian(4, 2, 50));
      assertThat(precision.primes()).isEqualTo(1);
      assertThat(precision.bound()).isZero();
    }
    assertAccurate(gaussian(2, 3, 51), Matrix.zeros(3, 4));
    ProductPrecision none = ProductPrecision.of(Matrix.zeros(2, 0), Matrix.zeros(0, 3), DEFAULT);
    assertThat(none.bound()).isZero();
  }

  @Test
  void integersHeldInDoublesAreExact() {
    Matrix a = map(gaussian(6, 11, 60), x -> Math.rint(16 * x));
    Matrix b = map(gaussian(11, 5, 61), x -> Math.rint(16 * x) / 8);
    ProductPrecision precision = assertAccurate(a, b);
    assertThat(precision.errorBound()).isZero();
    assertThat(precision.leftBits()).isLessThanOrEqualTo(0);
    assertThat(precision.rightBits()).isLessThanOrEqualTo(3);
    assertThat(precision.primes()).isEqualTo(1);
  }

  @Test
  void singlePrecisionNumbersAreExact() {
    Matrix a = map(gaussian(6, 11, 62), x -> (float) (x + Math.signum(x)));
    ProductPrecision precision = assertAccurate(a, a.transpose());
    assertThat(precision.errorBound()).isLessThan(0x1p-50);
    assertThat(relativeError(product(precision, a, a.transpose()), a, a.transpose()))
        .isLessThan(0x1p-52);
  }

  @Test
  void longsAreExactAndMayBeMixedWithDoubles() {
    Randomness randomness = Randomness.insecure(70);
    LongMatrix a = LongMatrix.zeros(5, 6);
    Arrays.setAll(a.data(), i -> randomness.nextLong() >> (8 * (i % 8)));
    Matrix b = gaussian(6, 4, 71);
    assertThat(assertAccurate(a, b).leftBits()).isZero();
    assertThat(assertAccurate(b.transpose(), a.transpose()).rightBits()).isZero();
  }

  @Test
  void productsOfLongsAreExactOrOverflow() {
    LongMatrix a = LongMatrix.of(2, 2, new long[] {Long.MIN_VALUE, 3, 1L << 62, -1});
    LongMatrix b = LongMatrix.of(2, 2, new long[] {1, -1, 7, 0});
    ProductPrecision precision = ProductPrecision.of(a, b, DEFAULT);
    ResidueSystem system = precision.system();
    Block product = ExactIntegers.product(system, split(system, a, 0), split(system, b, 0));
    LongMatrix result = LongMatrix.zeros(2, 2);
    assertThatThrownBy(() -> system.join(product, result))
        .isInstanceOf(OverflowException.class)
        .hasMessageContaining("row 0, column 1")
        .hasMessageContaining("9223372036854775808");
    Block first = new Block(product.planes().stream().map(p -> p.block(0, 0, 2, 1)).toList());
    LongMatrix column = LongMatrix.zeros(2, 1);
    system.join(first, column);
    assertThat(column.toArray()).containsExactly(Long.MIN_VALUE + 21, (1L << 62) - 7);
  }

  @Test
  void longsNeedNoMorePrimesThanTheirTightestBound() {
    LongMatrix row = LongMatrix.of(1, 100, new long[100]);
    Arrays.fill(row.data(), 1000);
    LongMatrix sparse = LongMatrix.zeros(100, 100);
    for (int i = 0; i < 100; i++) {
      sparse.set(i, i, 4);
    }
    ProductPrecision precision = ProductPrecision.of(row, sparse, DEFAULT);
    assertThat(precision.errorBound()).isZero();
    assertThat(precision.primes()).isEqualTo(1);
    // max|A| · max‖column‖₁ = 4000 is the least; it may be rounded up, but by less than one.
    assertThat(precision.bound()).isBetween(BigInteger.valueOf(4000), BigInteger.valueOf(4001));
    assertThat(ProductPrecision.of(sparse, row.transpose(), DEFAULT).bound())
        .isEqualTo(precision.bound());
  }

  @Test
  void theBoundHoldsForExtremeLongs() {
    LongMatrix a = LongMatrix.of(1, 3, new long[] {Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE});
    ProductPrecision precision = ProductPrecision.of(a, a.transpose(), DEFAULT);
    BigInteger exact = BigInteger.ONE.shiftLeft(126).multiply(BigInteger.valueOf(3));
    assertThat(precision.bound()).isGreaterThanOrEqualTo(exact);
    assertThat(precision.bound().subtract(exact)).isLessThan(exact.shiftRight(40));
    assertThat(precision.system().capacity()).isGreaterThanOrEqualTo(precision.bound());
  }

  @Test
  void theBoundHoldsForRandomLongs() {
    for (int seed = 0; seed < 50; seed++) {
      Randomness randomness = Randomness.insecure(seed);
      int shift = randomness.nextInt(60);
      LongMatrix a = LongMatrix.zeros(4, 1 + seed * 7);
      LongMatrix b = LongMatrix.zeros(1 + seed * 7, 3);
      Arrays.setAll(a.data(), i -> randomness.nextLong() >> shift);
      Arrays.setAll(b.data(), i -> randomness.nextLong() >> (shift / 2));
      BigDecimal bound = new BigDecimal(ProductPrecision.of(a, b, DEFAULT).bound());
      for (int i = 0; i < 12; i++) {
        assertThat(ExactIntegers.productEntry(a, b, i / 3, i % 3).abs())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(bound);
      }
    }
  }

  @Test
  void wideColumnsAreMeasuredLikeWideRows() {
    for (int inner : new int[] {1, 3, 255, 256, 300}) {
      for (int outer : new int[] {1, 2, 100, 257, 700}) {
        Matrix a = gaussian(outer, inner, 80 + inner + outer);
        OperandProfile rows = Profiler.ofLeft(a);
        OperandProfile columns = Profiler.ofRight(a.transpose());
        assertThat(columns.max()).isEqualTo(rows.max());
        assertThat(columns.lineLength()).isEqualTo(rows.lineLength()).isEqualTo(inner);
        assertThat(columns.sum() / rows.sum()).isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(columns.norm() / rows.norm()).isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(columns.frobenius() / rows.frobenius()).isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(rows.frobenius()).isGreaterThan(rows.norm() / 2);
      }
    }
  }

  @Test
  void measuresViewsNotWhatLiesAroundThem() {
    Matrix whole = gaussian(20, 400, 90);
    Matrix view = whole.block(3, 5, 10, 300);
    assertThat(Profiler.ofRight(view)).isEqualTo(Profiler.ofRight(view.copy()));
    assertThat(Profiler.ofLeft(view)).isEqualTo(Profiler.ofLeft(view.copy()));
    assertThat(Profiler.ofLeft(view)).isNotEqualTo(Profiler.ofLeft(whole));
  }

  @Test
  void bitsOfTheUserAreKeptAndTheirErrorStated() {
    Matrix a = gaussian(7, 9, 100);
    Matrix b = gaussian(9, 6, 101);
    double before = Double.MAX_VALUE;
    for (int bits : new int[] {-40, 0, 2, 8, 20, 40, 58}) {
      ProductPrecision precision = ProductPrecision.of(a, b, DEFAULT.withBits(bits));
      assertThat(precision.leftBits()).isEqualTo(bits);
      assertThat(precision.rightBits()).isEqualTo(bits);
      assertWithin(precision, a, b);
      assertThat(precision.errorBound()).isLessThanOrEqualTo(before).isLessThan(3.01);
      before = precision.errorBound();
    }
  }

  @Test
  void refusesBitsThatMagnitudesLeaveNoRoomFor() {
    Matrix a = Matrix.of(1, 1, new double[] {1000.5});
    assertThatThrownBy(() -> ProductPrecision.of(a, a, DEFAULT.withBits(52)))
        .isInstanceOf(UnrepresentableException.class)
        .hasMessageContaining("left operand")
        .hasMessageContaining("52 fractional bits")
        .hasMessageContaining("at most 51");
    assertThat(ProductPrecision.of(a, a, DEFAULT.withBits(51)).leftBits()).isEqualTo(51);
  }

  @Test
  void refusesWhenThePrimesAllowedWouldWrap() {
    Matrix a = gaussian(3, 3, 110);
    assertThatThrownBy(() -> ProductPrecision.of(a, a, DEFAULT.withMaxPrimes(2)))
        .isInstanceOf(UnrepresentableException.class)
        .hasMessageContaining("2 primes")
        .hasMessageContaining(ResidueSystem.ofPrimes(2).capacity().toString());
    assertThat(ProductPrecision.of(a, a, DEFAULT.withMaxPrimes(2).withBits(15)).primes())
        .isEqualTo(2);
  }

  @Test
  void tighterErrorsTakeMoreBitsUntilTheyCannotBeMet() {
    Matrix a = gaussian(6, 6, 120);
    for (double error : new double[] {1, 1e-3, 1e-9, 0x1p-50}) {
      ProductPrecision precision = ProductPrecision.of(a, a, DEFAULT.withRelativeError(error));
      assertThat(precision.errorBound()).isLessThanOrEqualTo(error);
      assertWithin(precision, a, a);
    }
    assertThatThrownBy(() -> ProductPrecision.of(a, a, DEFAULT.withRelativeError(1e-17)))
        .isInstanceOf(UnrepresentableException.class);
    assertThatThrownBy(() -> ProductPrecision.of(a, a, DEFAULT.withRelativeError(1e-40)))
        .isInstanceOf(UnrepresentableException.class);
  }

  @Test
  void batchesShareTheirPrimesButNotTheirBits() {
    Matrix small = map(gaussian(4, 5, 130), x -> x * 1e-200);
    Matrix large = map(gaussian(4, 5, 131), x -> x * 1e200);
    LongMatrix longs = LongMatrix.of(4, 5, new long[20]);
    Arrays.fill(longs.data(), Long.MAX_VALUE);
    List<Operand> left = List.of(small, large, longs);
    List<Operand> right = List.of(large.transpose(), small.transpose(), longs.transpose());
    List<ProductPrecision> decisions = ProductPrecision.ofBatch(left, right, DEFAULT);
    assertThat(decisions).hasSize(3);
    for (int l = 0; l < 3; l++) {
      assertThat(decisions.get(l).primes()).isEqualTo(decisions.get(0).primes());
      if (l < 2) {
        assertWithin(decisions.get(l), left.get(l), right.get(l));
      }
    }
    assertThat(decisions.get(2).primes()).isEqualTo(6);
    assertThat(decisions.get(2).errorBound()).isZero();
    assertThat(decisions.get(0).leftBits()).isGreaterThan(600);
  }

  @Test
  void namesTheOperandAndTheEntryThatIsNotFinite() {
    Matrix bad = gaussian(3, 400, 140);
    bad.set(2, 300, Double.NaN);
    assertThatThrownBy(() -> ProductPrecision.of(Matrix.zeros(2, 3), bad, DEFAULT))
        .isInstanceOf(UnrepresentableException.class)
        .hasMessageContaining("right operand")
        .hasMessageContaining("row 2, column 300")
        .hasMessageContaining("NaN");
    bad.set(2, 300, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> ProductPrecision.of(bad, Matrix.zeros(400, 1), DEFAULT))
        .hasMessageContaining("left operand")
        .hasMessageContaining("Infinity");
  }

  @Test
  void refusesShapesAndLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> ProductPrecision.of(Matrix.zeros(2, 3), Matrix.zeros(2, 3), DEFAULT))
        .hasMessageContaining("2x3");
    assertThatThrownBy(
            () -> ProductPrecision.ofBatch(List.of(Matrix.zeros(1, 1)), List.of(), DEFAULT))
        .hasMessageContaining("1 left");
    assertThatThrownBy(() -> DEFAULT.withRelativeError(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> DEFAULT.withRelativeError(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> DEFAULT.withMaxPrimes(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> DEFAULT.withMaxPrimes(1000)).hasMessageContaining("1000");
  }

  @Test
  void fractionalBitsOfSingleNumbers() {
    assertThat(Profiler.DyadicGrid.fractionalBits(1)).isZero();
    assertThat(Profiler.DyadicGrid.fractionalBits(-12)).isEqualTo(-2);
    assertThat(Profiler.DyadicGrid.fractionalBits(0.625)).isEqualTo(3);
    assertThat(Profiler.DyadicGrid.fractionalBits(Double.MIN_VALUE)).isEqualTo(1074);
    assertThat(Profiler.DyadicGrid.fractionalBits(0x1p1023)).isEqualTo(-1023);
    assertThat(Profiler.DyadicGrid.fractionalBits(3 * Double.MIN_VALUE)).isEqualTo(1074);
    assertThat(Profiler.DyadicGrid.fractionalBits(Math.PI)).isBetween(48, 51);
  }

  @Test
  void gridsOfNumbersFarApartAreLost() {
    Profiler.DyadicGrid grid = new Profiler.DyadicGrid();
    grid.add(new double[] {0, 0x1p1000, 0}, 3);
    assertThat(grid.bits(1000)).isEqualTo(-1000);
    grid.add(new double[] {0x1p-1000}, 1);
    assertThat(grid.bits(1000)).isEqualTo(OperandProfile.NONE);
    grid.add(new double[] {1}, 1);
    assertThat(grid.bits(1000)).isEqualTo(OperandProfile.NONE);
  }
}
