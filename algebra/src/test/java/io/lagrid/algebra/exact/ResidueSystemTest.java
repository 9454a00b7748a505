package io.lagrid.algebra.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidueSystemTest {

  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

  private static long[] longs(int count, long seed) {
    Randomness randomness = Randomness.insecure(seed);
    long[] values = new long[count];
    Arrays.setAll(values, i -> randomness.nextLong() >> (i % 64));
    long[] borders = {
      Long.MIN_VALUE,
      Long.MAX_VALUE,
      0,
      -1,
      1,
      1L << 53,
      -(1L << 53) - 1,
      1L << 40,
      -(1L << 40),
      1L << 62
    };
    System.arraycopy(borders, 0, values, 0, Math.min(count, borders.length));
    return values;
  }

  @Test
  void knowsItsProductAndCapacity() {
    ResidueSystem system = ResidueSystem.of(Arithmetic.residues(List.of(3, 5, 7)));
    assertThat(system.product()).isEqualTo(105);
    assertThat(system.capacity()).isEqualTo(52);
    assertThat(system).hasToString("residues modulo [3, 5, 7], 6 bits");
    assertThat(ResidueSystem.ofPrimes(2).arithmetic().size()).isEqualTo(2);
  }

  @Test
  void everyIntegerOfASmallSystemComesBack() {
    ResidueSystem system = ResidueSystem.of(Arithmetic.residues(List.of(7, 3, 5, 11)));
    long[] integers = new long[1155];
    Arrays.setAll(integers, i -> i - 577);
    LongMatrix matrix = LongMatrix.of(1, 1155, integers);
    Block block = Block.zeros(4, 1, 1155);
    system.split(matrix, block);
    LongMatrix back = LongMatrix.zeros(1, 1155);
    system.join(block, back);
    assertThat(back).isEqualTo(matrix);
    assertThat(system.capacity()).isEqualTo(577);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void splitsEveryLong(int primes) {
    ResidueSystem system = ResidueSystem.ofPrimes(primes);
    long[] values = longs(1000, primes);
    Block block = Block.zeros(primes, 10, 100);
    system.split(LongMatrix.of(10, 100, values), block);
    for (int i = 0; i < primes; i++) {
      int prime = system.arithmetic().primes().get(i);
      for (int j = 0; j < values.length; j++) {
        BigInteger value = BigInteger.valueOf(values[j]);
        ExactIntegers.assertResidue(block.plane(i).data()[j], value, prime);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9, 20, 51})
  void joinsEverythingUpToItsCapacityOrSaysItOverflows(int primes) {
    ResidueSystem system = ResidueSystem.ofPrimes(primes);
    List<BigInteger> integers = ExactIntegers.upTo(system.capacity(), 400, primes);
    for (BigInteger x : integers) {
      assertJoins(system, x);
    }
    if (primes > 2) {
      for (int exponent : new int[] {62, 63, 64, 65, 68}) {
        for (int near = -2; near <= 2; near++) {
          BigInteger x = BigInteger.ONE.shiftLeft(exponent).add(BigInteger.valueOf(near));
          if (x.compareTo(system.capacity()) <= 0) {
            assertJoins(system, x);
            assertJoins(system, x.negate());
          }
        }
      }
    }
  }

  private static void assertJoins(ResidueSystem system, BigInteger x) {
    Block block = ExactIntegers.residues(system, List.of(x));
    LongMatrix target = LongMatrix.zeros(1, 1);
    if (x.bitLength() < 64) {
      system.join(block, target);
      assertThat(target.get(0, 0)).as("%s in %s", x, system).isEqualTo(x.longValueExact());
    } else {
      assertThatThrownBy(() -> system.join(block, target))
          .as("%s in %s", x, system)
          .isInstanceOf(OverflowException.class)
          .hasMessageContaining(x.toString());
    }
  }

  @Test
  void overflowNamesThePlaceInTheWholeMatrix() {
    ResidueSystem system = ResidueSystem.ofPrimes(3);
    BigInteger[] integers = new BigInteger[900];
    Arrays.fill(integers, LIMIT.subtract(BigInteger.ONE));
    integers[700] = LIMIT;
    Block flat = ExactIntegers.residues(system, List.of(integers));
    Block block = new Block(flat.planes().stream().map(plane -> reshape(plane, 30)).toList());
    LongMatrix target = LongMatrix.zeros(40, 50).block(3, 4, 30, 30);
    assertThatThrownBy(() -> system.join(block, target))
        .isInstanceOfSatisfying(
            OverflowException.class,
            e -> {
              assertThat(e.row()).isEqualTo(3 + 700 / 30);
              assertThat(e.column()).isEqualTo(4 + 700 % 30);
              assertThat(e.value()).isEqualTo(LIMIT);
              assertThat(e).hasMessageContaining("row 26, column 14");
            });
  }

  private static Matrix reshape(Matrix row, int columns) {
    return Matrix.of(row.columns() / columns, columns, row.toArray());
  }

  @Test
  void rectanglesGoThroughLargerBlocksAndBack() {
    ResidueSystem system = ResidueSystem.ofPrimes(4);
    int cases = 0;
    for (int rows : new int[] {0, 1, 2, 3, 17}) {
      for (int columns : new int[] {0, 1, 2, 5, 16, 255, 256, 257, 600}) {
        for (int margin : new int[] {0, 1, 3}) {
          roundTrip(system, rows, columns, margin);
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(5 * 9 * 3);
  }

  private static void roundTrip(ResidueSystem system, int rows, int columns, int margin) {
    int height = rows + margin;
    int width = columns + margin;
    LongMatrix whole = LongMatrix.of(height, width, longs(height * width, 5));
    LongMatrix source = whole.block(margin, margin, rows, columns);
    Block block = Block.zeros(4, height, width);
    block.planes().forEach(plane -> Arrays.fill(plane.data(), 0.5));
    system.split(source, block);
    LongMatrix target = LongMatrix.zeros(height, width);
    system.join(block, target.block(0, margin, rows, columns));
    assertThat(target.block(0, margin, rows, columns)).isEqualTo(source.copy());
    LongMatrix padded = LongMatrix.zeros(height, width);
    system.join(block, padded);
    LongMatrix expected = LongMatrix.zeros(height, width);
    expected.block(0, 0, rows, columns).write(source);
    assertThat(padded).as("%dx%d in %dx%d", rows, columns, height, width).isEqualTo(expected);
  }

  @Test
  void writesNothingBesideTheViewsItIsGiven() {
    ResidueSystem system = ResidueSystem.ofPrimes(1);
    Matrix whole = Matrix.zeros(4, 5);
    Arrays.fill(whole.data(), 0.5);
    system.split(
        LongMatrix.of(1, 2, new long[] {3, 4}), new Block(List.of(whole.block(1, 1, 2, 3))));
    assertThat(whole.toArray())
        .containsExactly(
            0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 3, 4, 0, 0.5, 0.5, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
  }

  @Test
  void refusesBlocksThatDoNotFit() {
    ResidueSystem system = ResidueSystem.ofPrimes(2);
    LongMatrix matrix = LongMatrix.zeros(2, 3);
    assertThatThrownBy(() -> system.split(matrix, Block.zeros(3, 2, 3)))
        .hasMessageContaining("3 planes")
        .hasMessageContaining("2 primes");
    assertThatThrownBy(() -> system.join(Block.zeros(2, 1, 3), matrix))
        .hasMessageContaining("1x3")
        .hasMessageContaining("2x3");
    assertThatThrownBy(() -> system.join(Block.zeros(2, 2, 2), matrix))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ResidueSystem.of(Arithmetic.real())).hasMessageContaining("real");
  }
}
