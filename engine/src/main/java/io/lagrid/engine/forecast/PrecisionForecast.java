package io.lagrid.engine.forecast;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Operation;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Projection;
import io.lagrid.codes.real.Amplification;
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
    Encoding left = code.encoding(0, RealField.instance());
    Encoding right = code.encoding(1, RealField.instance());
    double inner = Math.ceil((double) product.inner() / code.partition().p());
    double coded = (double) left.coefficients().rows() + right.coefficients().rows();
    double blocks = (double) left.dataBlocks() * right.dataBlocks();
    double units = (inner + coded + 4) * UNIT / Math.sqrt(blocks);
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
        worst = Math.max(worst, Amplification.of(code, decodable, GaussianMask.USUAL) * units);
      }
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
