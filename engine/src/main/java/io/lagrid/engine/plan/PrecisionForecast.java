package io.lagrid.engine.plan;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import io.lagrid.engine.share.GaussianMask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How precise a real coded result will be, before there are operands: the first-order bound of a
 * run's report for operands whose blocks are equally large, at the worst of a few sets of workers
 * that answer – the first, the last, and some at random.
 */
public final class PrecisionForecast {

  /** The rounding unit of doubles. */
  public static final double UNIT = 0x1p-53;

  private static final int RANDOM_SETS = 8;
  private static final long SEED = 1;

  private PrecisionForecast() {}

  /**
   * Σ_k |c[i][k]|/√K for every coded block i of an operand: how large it can be beside an operand
   * of K equal blocks.
   */
  public static double[] magnitudes(Code code, int operand) {
    Encoding encoding = code.encoding(operand, RealField.instance());
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

  /**
   * The largest Σ_i |d[b][i]|·e_i over all result blocks b, at the worst of the sets.
   *
   * @param pieces of an answer that decoding tells apart
   * @param errors e_i by worker·pieces + piece
   */
  public static double worst(Code code, int pieces, IntToDoubleFunction errors) {
    double worst = 0;
    for (List<Integer> order : orders(code.parameters().workers())) {
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      for (int worker : order) {
        if (decoder.offer(worker, Projection.NONE)) {
          break;
        }
      }
      if (decoder.outcome() instanceof Decoding.Decodable decodable) {
        worst = Math.max(worst, bound(decodable, pieces, errors));
      }
    }
    return worst;
  }

  private static double bound(
      Decoding.Decodable decodable, int pieces, IntToDoubleFunction errors) {
    Matrix coefficients = decodable.coefficients().get(0);
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = 0;
      for (int i = 0; i < coefficients.columns(); i++) {
        int piece = decodable.used().get(i / pieces) * pieces + i % pieces;
        sum += Math.abs(coefficients.get(b, i)) * errors.applyAsDouble(piece);
      }
      worst = Math.max(worst, sum);
    }
    return worst;
  }

  /** Orders in which workers may answer: first to last, last to first, and some at random. */
  public static List<List<Integer>> orders(int workers) {
    Randomness randomness = Randomness.insecure(SEED);
    return IntStream.range(0, RANDOM_SETS + 2)
        .mapToObj(set -> order(workers, set, randomness))
        .toList();
  }

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
