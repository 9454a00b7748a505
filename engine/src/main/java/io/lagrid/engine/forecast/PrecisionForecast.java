package io.lagrid.engine.forecast;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Projection;
import io.lagrid.engine.share.GaussianMask;
import java.util.ArrayList;
import java.util.List;

/**
 * How precise a real coded product will be, before there are operands: the first-order bound of a
 * run's report for operands whose blocks are equally large, at the worst of a few sets of workers
 * that answer – the first, the last, and some at random.
 */
public final class PrecisionForecast {

  private static final double UNIT = 0x1p-53;
  private static final int RANDOM_SETS = 8;
  private static final long SEED = 1;

  private PrecisionForecast() {}

  /** A bound on max |result − exact result| / (‖A‖·‖B‖), Frobenius norms. */
  public static double relativeBound(Operation.Product product, ProductCode code) {
    double[] left = magnitudes(code.encoding(0, RealField.instance()));
    double[] right = magnitudes(code.encoding(1, RealField.instance()));
    double inner = Math.ceil((double) product.inner() / code.partition().p());
    double units = (inner + left.length + right.length + 4) * UNIT;
    Randomness randomness = Randomness.insecure(SEED);
    double worst = 0;
    for (int set = 0; set < RANDOM_SETS + 2; set++) {
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      for (int worker : order(code.parameters().workers(), set, randomness)) {
        if (decoder.offer(worker, Projection.NONE)) {
          break;
        }
      }
      if (decoder.outcome() instanceof Decoding.Decodable decodable) {
        worst = Math.max(worst, bound(decodable, code.sharePartition(), left, right) * units);
      }
    }
    return worst;
  }

  /** Σ_k |c[i][k]|/√K: how large coded block i can be beside an operand of K equal blocks. */
  private static double[] magnitudes(Encoding encoding) {
    Matrix coefficients = encoding.coefficients();
    double[] magnitudes = new double[coefficients.rows()];
    for (int i = 0; i < coefficients.rows(); i++) {
      for (int k = 0; k < coefficients.columns(); k++) {
        double size = k < encoding.dataBlocks() ? 1 : GaussianMask.USUAL;
        magnitudes[i] += size * Math.abs(coefficients.get(i, k)) / Math.sqrt(encoding.dataBlocks());
      }
    }
    return magnitudes;
  }

  private static double bound(
      Decoding.Decodable decodable, Partition share, double[] left, double[] right) {
    Matrix coefficients = decodable.coefficients().get(0);
    int pieces = share.m() * share.n();
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = 0;
      for (int i = 0; i < coefficients.columns(); i++) {
        int worker = decodable.used().get(i / pieces);
        int row = i % pieces / share.n();
        double answer = 0;
        for (int t = 0; t < share.p(); t++) {
          answer +=
              left[(worker * share.m() + row) * share.p() + t]
                  * right[(worker * share.p() + t) * share.n() + i % share.n()];
        }
        sum += Math.abs(coefficients.get(b, i)) * answer;
      }
      worst = Math.max(worst, sum);
    }
    return worst;
  }

  /** First to last, last to first, then at random. */
  private static List<Integer> order(int workers, int set, Randomness randomness) {
    List<Integer> sorted = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      sorted.add(set == 1 ? workers - 1 - worker : worker);
    }
    if (set < 2) {
      return sorted;
    }
    List<Integer> shuffled = new ArrayList<>();
    while (!sorted.isEmpty()) {
      shuffled.add(sorted.remove(randomness.nextInt(sorted.size())));
    }
    return shuffled;
  }
}
