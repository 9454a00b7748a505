package io.lagrid.codes.lagrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class LagrangeCodeTest {

  private static final long SEED = 3;

  private final PrimeField field = PrimeField.of(Primes.largest(1).get(0));
  private final Arithmetic arithmetic = Arithmetic.residues(Primes.largest(1));
  private final Randomness random = Randomness.insecure(SEED);

  private double[] uniform(int count) {
    double[] values = new double[count];
    random.fill(field, values, 0, count);
    return values;
  }

  private double dot(Matrix matrix, int row, double[] values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum = field.add(sum, field.multiply(matrix.get(row, k), values[k]));
    }
    return sum;
  }

  /** f(x, y, z) = x·y·z + 2·x² − z, of total degree 3. */
  private double cubic(double x, double y, double z) {
    double square = field.multiply(2, field.multiply(x, x));
    double product = field.multiply(field.multiply(x, y), z);
    return field.subtract(field.add(product, square), z);
  }

  @Test
  void aCubicMapOfThreeOperandsDecodesFromAnyR() {
    LagrangeCode code = new LagrangeCode(new LagrangeParameters(9, 2, 3, 1));
    int threshold = code.parameters().recoveryThreshold();
    assertThat(threshold).isEqualTo((2 + 1 - 1) * 3 + 1);
    double[][] blocks = {uniform(3), uniform(3), uniform(3)}; // two data, one noise, per operand
    double[] answers = new double[9];
    for (int worker = 0; worker < 9; worker++) {
      double[] shares = new double[3];
      for (int operand = 0; operand < 3; operand++) {
        Encoding encoding = code.encoding(operand, field);
        shares[operand] = dot(encoding.coefficients(), worker, blocks[operand]);
      }
      answers[worker] = cubic(shares[0], shares[1], shares[2]);
    }
    List<List<Integer>> sets = Subsets.ofSize(9, threshold);
    for (List<Integer> set : sets) {
      Decoding.Decodable decodable = decode(code, set);
      double[] used = decodable.used().stream().mapToDouble(worker -> answers[worker]).toArray();
      for (int k = 0; k < 2; k++) {
        double expected = cubic(blocks[0][k], blocks[1][k], blocks[2][k]);
        assertThat(dot(decodable.coefficients().get(0), k, used)).isEqualTo(expected);
      }
    }
    assertThat(sets).hasSize((int) Subsets.binomial(9, threshold));
  }

  private Decoding.Decodable decode(LagrangeCode code, List<Integer> workers) {
    Decoder decoder = code.newDecoder(arithmetic, 0);
    workers.forEach(worker -> decoder.offer(worker, Projection.NONE));
    return (Decoding.Decodable) decoder.outcome();
  }

  @Test
  void workersNeverSitOnDataPoints() {
    for (int workers = 1; workers <= 20; workers++) {
      for (int dataPoints = 1; dataPoints <= workers; dataPoints++) {
        LagrangeCode code = new LagrangeCode(new LagrangeParameters(workers, dataPoints, 1, 0));
        for (Field each : List.<Field>of(field, Arithmetic.real().plane(0))) {
          double[] all =
              DoubleStream.concat(
                      DoubleStream.of(code.points(each)), DoubleStream.of(code.dataPoints(each)))
                  .toArray();
          assertThat(all).doesNotHaveDuplicates().hasSize(workers + dataPoints);
        }
      }
    }
  }

  @Test
  void aFieldWithTooFewPointsIsRefused() {
    LagrangeCode code = new LagrangeCode(new LagrangeParameters(5, 2, 2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.encoding(0, PrimeField.of(7)))
        .withMessageContaining("at least 8 elements; GF(7)");
    assertThat(code.encoding(0, PrimeField.of(11)).noiseBlocks()).isEqualTo(1);
  }

  @Test
  void thresholdsAreThoseOfThePaper() {
    for (int dataPoints = 1; dataPoints <= 10; dataPoints++) {
      assertThat(new LagrangeParameters(99, dataPoints, 2, 0).recoveryThreshold())
          .isEqualTo(2 * dataPoints - 1);
      for (int colluders = 0; colluders <= 5; colluders++) {
        ProductGrid batch = new ProductGrid(dataPoints, Partition.WHOLE);
        assertThat(new LagrangeProductParameters(99, batch, colluders).recoveryThreshold())
            .isEqualTo(2 * (dataPoints + colluders - 1) + 1);
      }
    }
  }

  @Test
  void parametersWithoutACodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LagrangeParameters(6, 3, 3, 0))
        .withMessageContaining("R = 7; N ≥ R workers are needed, not 6");
    assertThatIllegalArgumentException().isThrownBy(() -> new LagrangeParameters(6, 0, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LagrangeParameters(6, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LagrangeParameters(6, 1, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LagrangeProductParameters(2, new ProductGrid(2, Partition.WHOLE), 0))
        .withMessageContaining("R = 3");
  }

  @Test
  void namedParametersListTheLettersInOrder() {
    assertThat(new LagrangeParameters(9, 2, 3, 1).named().toString()).isEqualTo("{K=2, deg=3}");
    assertThat(
            new LagrangeProductParameters(9, new ProductGrid(2, Partition.WHOLE), 1)
                .named()
                .toString())
        .isEqualTo("{L=2, p=1, m=1, n=1, K=2}");
  }
}
