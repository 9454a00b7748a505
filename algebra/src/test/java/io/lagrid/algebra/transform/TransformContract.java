package io.lagrid.algebra.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link TransformKernel} must do; a kernel's test says which one to test. */
public abstract class TransformContract {

  private static final long SEED = 20_260_415;

  private final Randomness random = Randomness.insecure(SEED);

  /** The kernel under test. */
  protected abstract TransformKernel kernel();

  private static List<Modulus> moduli() {
    return List.of(
        Modulus.large(20, 0), Modulus.large(20, 1), Modulus.of(Primes.largest(1).get(0)));
  }

  @Test
  void shortTransformsAreTheirDefinitionInBitReversedOrder() {
    for (Modulus modulus : moduli()) {
      for (int log = 0; log <= 7; log++) {
        TransformTable table = new TransformTable(modulus, log);
        double[] x = elements(modulus, 1 << log);
        double[] found = new double[x.length];
        kernel().forward(x, found, table);
        for (int k = 0; k < x.length; k++) {
          int at = log == 0 ? 0 : Integer.reverse(k) >>> (Integer.SIZE - log);
          assertThat(modulus.reduce(found[at]))
              .as("modulo %d, length %d, seed %d", modulus.prime(), x.length, SEED)
              .isEqualTo(naive(table, x, k));
        }
      }
    }
  }

  /** Σ_j x_j·ω^(jk) by Horner's rule in big integers. */
  private static double naive(TransformTable table, double[] x, int k) {
    BigInteger p = BigInteger.valueOf(table.modulus().prime());
    BigInteger step = BigInteger.valueOf((long) table.root()).modPow(BigInteger.valueOf(k), p);
    BigInteger sum = BigInteger.ZERO;
    for (int j = x.length - 1; j >= 0; j--) {
      sum = sum.multiply(step).add(BigInteger.valueOf((long) x[j])).mod(p);
    }
    return table.modulus().reduce((double) sum.longValueExact());
  }

  @Test
  void theInverseGivesTheSequenceBackTimesItsLength() {
    for (Modulus modulus : moduli()) {
      for (int log = 0; log <= 13; log++) {
        TransformTable table = new TransformTable(modulus, log);
        for (double[] x : List.of(elements(modulus, 1 << log), extremes(modulus, 1 << log))) {
          double[] found = x.clone();
          kernel().forward(found, found, table);
          double[] one = new double[x.length];
          Arrays.fill(one, 1);
          kernel().multiply(found, one, table.scale(), modulus);
          kernel().inverse(found, table);
          Arrays.setAll(found, i -> modulus.reduce(found[i]) + 0.0);
          assertThat(found)
              .as("modulo %d, length %d, seed %d", modulus.prime(), x.length, SEED)
              .isEqualTo(x);
        }
      }
    }
  }

  @Test
  void longTransformsAgreeWithThePlainOnesAndComeBack() {
    Modulus modulus = Modulus.large(20, 0);
    for (int log : new int[] {14, 15, 16, 17, 18}) {
      TransformTable table = new TransformTable(modulus, log);
      double[] largest = Arrays.stream(extremes(modulus, 1 << log)).map(x -> 3 * x).toArray();
      for (double[] x : List.of(elements(modulus, 1 << log), largest)) {
        double[] expected = new double[x.length];
        new PlainTransform().forward(x, expected, table);
        double[] found = x.clone();
        kernel().forward(found, found, table);
        assertThat(Arrays.equals(reduced(modulus, found), reduced(modulus, expected)))
            .as("length %d, seed %d", x.length, SEED)
            .isTrue();
        kernel().inverse(found, table);
        Arrays.setAll(found, i -> modulus.multiply(found[i], table.scale()));
        assertThat(Arrays.equals(reduced(modulus, found), reduced(modulus, x)))
            .as("and back, length %d, seed %d", x.length, SEED)
            .isTrue();
      }
    }
  }

  @Test
  void sourcesAreKeptAndEndInZerosWhateverTheTargetHeld() {
    Modulus modulus = Modulus.large(20, 0);
    for (int log : new int[] {0, 3, 4, 7, 13, 17}) {
      TransformTable table = new TransformTable(modulus, log);
      int n = 1 << log;
      for (int count : new int[] {0, 1, n / 16 + 5, n / 2 + 77, n - 1, n}) {
        double[] source = elements(modulus, Math.min(count, n));
        double[] kept = source.clone();
        double[] target = extremes(modulus, n);
        kernel().forward(source, target, table);
        double[] expected = Arrays.copyOf(source, n);
        kernel().forward(expected, expected, table);
        assertThat(Arrays.equals(reduced(modulus, target), reduced(modulus, expected)))
            .as("%d of %d entries, seed %d", source.length, n, SEED)
            .isTrue();
        assertThat(Arrays.equals(source, kept)).as("%d of %d kept", source.length, n).isTrue();
      }
    }
  }

  @Test
  void lengthsThatDoNotFitAreRefused() {
    TransformTable table = new TransformTable(Modulus.large(20, 0), 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kernel().forward(new double[9], new double[8], table))
        .withMessageContaining("length 8 from 9 entries to 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kernel().forward(new double[8], new double[9], table))
        .withMessageContaining("length 8 from 8 entries to 9");
  }

  private static double[] reduced(Modulus modulus, double[] x) {
    return Arrays.stream(x).map(entry -> modulus.reduce(entry) + 0.0).toArray();
  }

  @Test
  void tilesAreEvaluatedByTheDefinitionAndInterpolatedBack() {
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    Modulus modulus = Modulus.of(field.prime());
    int checked = 0;
    for (int log = 0; log <= 6; log++) {
      for (double shift : new double[] {1, 3, -(field.modulus() - 1) / 2}) {
        CosetTable table = new CosetTable(field, log, modulus.root(log), shift);
        double[] x = tile(modulus, log);
        double[] values = x.clone();
        kernel().tiles().evaluate(values, 5, table);
        for (int i = 0; i < table.length(); i++) {
          double point = field.multiply(shift, field.power(modulus.root(log), i));
          for (int column = 0; column < TileTransform.WIDTH; column++) {
            int at = 5 + column;
            double value = 0;
            for (int k = table.length() - 1; k >= 0; k--) {
              double coefficient = x[at + k * TileTransform.WIDTH];
              value = field.add(field.multiply(value, point), coefficient);
            }
            assertThat(field.reduce(values[at + table.place(i) * TileTransform.WIDTH]))
                .as("length %d, point %d, column %d, seed %d", 1 << log, i, column, SEED)
                .isEqualTo(value);
            checked++;
          }
        }
        isBack(x, values, table);
      }
    }
    assertThat(checked).isEqualTo(3 * 127 * TileTransform.WIDTH);
  }

  /** Rows from entry 5 on, with the largest magnitudes in one column, and a row after them. */
  private double[] tile(Modulus modulus, int log) {
    double[] x = elements(modulus, 5 + (TileTransform.WIDTH << log) + 3);
    double[] largest = extremes(modulus, 1 << log);
    for (int k = 0; k < largest.length; k++) {
      x[5 + k * TileTransform.WIDTH] = largest[k];
    }
    return x;
  }

  private void isBack(double[] x, double[] values, CosetTable table) {
    double p = table.modulus();
    Lines lines = new Lines(values, 5, TileTransform.WIDTH);
    kernel().tiles().scale(lines, lines, table.length(), 1, p);
    kernel().tiles().interpolate(values, 5, table);
    double length = 1 << table.log();
    double[] expected = x.clone();
    for (int i = 5; i < x.length - 3; i++) {
      expected[i] = Math.IEEEremainder(x[i] * length, p) + 0.0;
    }
    kernel().tiles().scale(lines, lines, table.length(), 1, p);
    assertThat(values).as("length %s, seed %d", length, SEED).isEqualTo(expected);
  }

  @Test
  void longTilesAgreeWithThePlainOnes() {
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    Modulus modulus = Modulus.of(field.prime());
    for (int log : new int[] {9, 10, 11, 12, 13}) {
      CosetTable table = new CosetTable(field, log, modulus.root(log), 5);
      double[] x = tile(modulus, log);
      double[] expected = x.clone();
      kernel().tiles().evaluate(x, 5, table);
      new PlainTransform().tiles().evaluate(expected, 5, table);
      field.reduce(x, 0, x.length);
      field.reduce(expected, 0, x.length);
      assertThat(Arrays.equals(x, expected)).as("values, 2^%d, seed %d", log, SEED).isTrue();
      kernel().tiles().interpolate(x, 5, table);
      new PlainTransform().tiles().interpolate(expected, 5, table);
      field.reduce(x, 0, x.length);
      field.reduce(expected, 0, x.length);
      assertThat(Arrays.equals(x, expected)).as("coefficients, 2^%d, seed %d", log, SEED).isTrue();
    }
  }

  @Test
  void linesAreScaledFromOneStepToAnother() {
    Modulus modulus = Modulus.of(Primes.largest(1).get(0));
    double[] source = extremes(modulus, 60);
    source[3] = 0;
    double[] target = new double[60];
    double factor = -(modulus.value() - 1) / 2;
    kernel()
        .tiles()
        .scale(new Lines(source, 2, 17), new Lines(target, 1, 9), 3, factor, modulus.value());
    double[] expected = new double[60];
    for (int line = 0; line < 3; line++) {
      for (int i = 0; i < TileTransform.WIDTH; i++) {
        double product = source[2 + 17 * line + i] * factor;
        expected[1 + 9 * line + i] = Math.IEEEremainder(product, modulus.value()) + 0.0;
      }
    }
    assertThat(target).isEqualTo(expected);
  }

  @Test
  void longProductsAreThoseOfIntegersWhateverTheLengths() {
    LongProduct products = new LongProduct(kernel());
    for (int prime : List.of(Primes.largest(1).get(0), 8_388_593, 7)) {
      PrimeField field = PrimeField.of(prime);
      for (int n : new int[] {1, 2, 3, 31, 257, 1000}) {
        for (int m : new int[] {1, 5, 64, 700}) {
          check(products, field, largest(field, n), largest(field, m));
          double[] a = new double[n];
          random.fill(field, a, 0, n);
          check(products, field, a, largest(field, m));
        }
      }
    }
    PrimeField field = PrimeField.of(Primes.largest(1).get(0));
    check(products, field, largest(field, 9000), largest(field, 40));
  }

  private static double[] largest(PrimeField field, int count) {
    double[] elements = new double[count];
    Arrays.fill(elements, (field.modulus() - 1) / 2);
    return elements;
  }

  private static void check(LongProduct products, PrimeField field, double[] a, double[] b) {
    double[] expected = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        expected[i + j] = field.reduce(Math.fma(a[i], b[j], expected[i + j]));
      }
    }
    assertThat(products.multiply(field, a, b))
        .as("%d times %d over %s", a.length, b.length, field)
        .isEqualTo(expected);
  }

  private double[] elements(Modulus modulus, int count) {
    double[] elements = new double[count];
    Arrays.setAll(
        elements,
        i -> modulus.reduce((double) Math.floorMod(random.nextLong(), modulus.prime())) + 0.0);
    return elements;
  }

  /** The largest magnitudes, with signs that make sums large. */
  private static double[] extremes(Modulus modulus, int count) {
    double half = (modulus.value() - 1) / 2;
    double[] elements = new double[count];
    Arrays.setAll(elements, i -> Integer.bitCount(i) % 2 == 0 ? half : -half);
    return elements;
  }
}
