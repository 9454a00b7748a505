package io.lagrid.codes.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Subsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnalogLagrangeContractTest extends RealProductContract {

  private static final long SEED = 41;

  @Override
  protected List<RealProductParameters> instances() {
    return List.of(
        RealProductParameters.of(RealScheme.ANALOG_LAGRANGE, 7, 1, 2, 1),
        RealProductParameters.of(RealScheme.ANALOG_LAGRANGE, 9, 2, 1, 2),
        RealProductParameters.of(RealScheme.ANALOG_LAGRANGE, 8, 3, 1, 1));
  }

  @Override
  protected RealProductCode code(RealProductParameters parameters) {
    return new AnalogLagrangeCode(parameters);
  }

  private static double row(Matrix matrix, int row, double[] values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum = Math.fma(matrix.get(row, k), values[k], sum);
    }
    return sum;
  }

  /** The error of C_k = A_k·b, single numbers, decoded from every set of R noisy workers. */
  private static double worstError(double noise) {
    Randomness random = Randomness.insecure(SEED);
    AnalogLagrangeCode code =
        new AnalogLagrangeCode(
            new RealProductParameters(
                RealScheme.ANALOG_LAGRANGE, 9, new ProductGrid(1, new Partition(1, 2, 1)), 1));
    Matrix left = code.encoding(0, RealField.instance()).coefficients();
    Matrix right = code.encoding(1, RealField.instance()).coefficients();
    double[] a = {0.75, -0.5, noise * random.nextGaussian(), noise * random.nextGaussian()};
    double[] b = {0.25, noise * random.nextGaussian(), noise * random.nextGaussian()};
    double worst = 0;
    for (List<Integer> workers : Subsets.ofSize(9, code.parameters().recoveryThreshold())) {
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      workers.forEach(worker -> decoder.offer(worker, Projection.NONE));
      Matrix decode = ((Decoding.Decodable) decoder.outcome()).coefficients().get(0);
      for (int k = 0; k < 2; k++) {
        double sum = 0;
        for (int i = 0; i < workers.size(); i++) {
          int worker = workers.get(i);
          double re = row(right, 2 * worker, b);
          double im = row(right, 2 * worker + 1, b);
          for (int piece = 0; piece < 2; piece++) {
            double answer =
                row(left, 4 * worker + 2 * piece, a) * re
                    + row(left, 4 * worker + 2 * piece + 1, a) * im;
            sum += decode.get(k, 2 * i + piece) * answer;
          }
        }
        worst = Math.max(worst, Math.abs(sum - a[k] * b[0]));
      }
    }
    return worst;
  }

  @Test
  void noiseCancelsAndCostsDigits() {
    double small = worstError(1);
    double large = worstError(1e3);
    assertThat(small).as("seed %d", SEED).isLessThan(1e-12);
    assertThat(large).as("seed %d", SEED).isGreaterThan(small).isLessThan(1e-6);
  }
}
