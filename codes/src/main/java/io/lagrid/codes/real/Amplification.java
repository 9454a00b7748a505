package io.lagrid.codes.real;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Projection;
import java.util.List;

/**
 * How many times the rounding errors of answers grow in a decoded product: max_b Σ_i
 * |d[b][i]|·α_i·β_i, see {@link Conditioning}; infinite where the answers leave a system that is
 * singular to working precision. It needs nothing but the matrices of a code, so it can be had of
 * every product code that works over the reals.
 *
 * <p>Stateless and thread-safe.
 */
public final class Amplification {

  private Amplification() {}

  /**
   * The amplification when these workers answer.
   *
   * @param code over the reals
   * @param workers distinct workers whose answers decode
   * @throws IllegalArgumentException if their answers do not decode
   * @throws UnsupportedOperationException if the code does not work over the reals
   */
  public static double of(ProductCode code, List<Integer> workers) {
    return of(code, workers, 0);
  }

  /**
   * The amplification when these workers answer and the operands are hidden by noise.
   *
   * @param noise the magnitude of noise entries in units of the largest data entry, such as its
   *     standard deviation or a few times that; of no effect where there is no noise
   */
  public static double of(ProductCode code, List<Integer> workers, double noise) {
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    workers.forEach(worker -> decoder.offer(worker, Projection.NONE));
    if (!(decoder.outcome() instanceof Decoding.Decodable decodable)) {
      throw new IllegalArgumentException(
          "the answers of workers %s do not decode %s".formatted(workers, code.parameters()));
    }
    return of(code, decodable, noise);
  }

  /**
   * The amplification of a decoding over the reals.
   *
   * @param noise as above
   */
  public static double of(ProductCode code, Decoding.Decodable decodable, double noise) {
    Matrix decode = decodable.coefficients().get(0);
    double[] bounds = answers(code, decodable.used(), noise);
    double worst = 0;
    for (int b = 0; b < decode.rows(); b++) {
      double sum = 0;
      for (int i = 0; i < bounds.length; i++) {
        sum = Math.fma(Math.abs(decode.get(b, i)), bounds[i], sum);
      }
      worst = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(worst, sum);
    }
    return worst;
  }

  /** Per piece of the given workers' answers, Σ_t α[r][t]·β[t][s] over the share's grid. */
  private static double[] answers(ProductCode code, List<Integer> workers, double noise) {
    double[] left = magnitudes(code, 0, noise);
    double[] right = magnitudes(code, 1, noise);
    Partition share = code.sharePartition();
    double[] bounds = new double[workers.size() * share.m() * share.n()];
    for (int piece = 0; piece < bounds.length; piece++) {
      int column = piece % share.n();
      int row = piece / share.n() % share.m();
      int worker = workers.get(piece / share.n() / share.m());
      for (int t = 0; t < share.p(); t++) {
        bounds[piece] +=
            left[(worker * share.m() + row) * share.p() + t]
                * right[(worker * share.p() + t) * share.n() + column];
      }
    }
    return bounds;
  }

  /** Per coded block of an operand, the sum of the magnitudes of its coefficients. */
  private static double[] magnitudes(ProductCode code, int operand, double noise) {
    Encoding encoding = code.encoding(operand, RealField.instance());
    Matrix coefficients = encoding.coefficients();
    double[] sums = new double[coefficients.rows()];
    for (int i = 0; i < sums.length; i++) {
      for (int k = 0; k < coefficients.columns(); k++) {
        sums[i] += Math.abs(coefficients.get(i, k)) * (k < encoding.dataBlocks() ? 1 : noise);
      }
    }
    return sums;
  }
}
