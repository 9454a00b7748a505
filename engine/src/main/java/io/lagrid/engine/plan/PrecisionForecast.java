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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How precise a real coded result will be, before there are operands: the first-order bound of a
 * run's report for operands whose blocks are equally large, at the worst of a few sets of workers
 * that answer – the first, the last, all but the middle ones, and some at random.
 */
public final class PrecisionForecast {

  /** The rounding unit of doubles. */
  public static final double UNIT = 0x1p-53;

  private static final int RANDOM_SETS = 8;
  private static final int BOUND_SETS = 5;

  /** A bound beyond this says that nothing is left; no set can say more. */
  private static final double NOTHING_LEFT = 1;

  private static final long SEED = 1;

  private PrecisionForecast() {}

  /** 1/√K for every data block of an operand, and as many times σ for every noise block. */
  public static double[] blockSizes(Code code, int operand, double noise) {
    Encoding encoding = code.encoding(operand, RealField.instance());
    double[] sizes = new double[encoding.coefficients().columns()];
    double each = 1 / Math.sqrt(encoding.dataBlocks());
    Arrays.setAll(sizes, k -> k < encoding.dataBlocks() ? each : noise * each);
    return sizes;
  }

  /**
   * Σ_k |c[i][k]|/√K for every coded block i of an operand: how large it can be beside an operand
   * of K equal blocks.
   *
   * @param noise σ, how many times as large noise blocks are; of no effect where there are none
   */
  public static double[] magnitudes(Code code, int operand, double noise) {
    Encoding encoding = code.encoding(operand, RealField.instance());
    Matrix coefficients = encoding.coefficients();
    double[] magnitudes = new double[coefficients.rows()];
    for (int i = 0; i < coefficients.rows(); i++) {
      for (int k = 0; k < coefficients.columns(); k++) {
        double size = k < encoding.dataBlocks() ? 1 : noise;
        magnitudes[i] += size * Math.abs(coefficients.get(i, k)) / Math.sqrt(encoding.dataBlocks());
      }
    }
    return magnitudes;
  }

  /**
   * The largest Σ_i |d[b][i]|·e_i over all result blocks b, and what the decode matrix leaves of
   * the block besides, at the worst of the sets; the first found above 1 if there is one.
   *
   * @param pieces of an answer that decoding tells apart
   * @param errors e_i by worker·pieces + piece
   * @param residual by decoding and result block
   */
  public static double worst(
      Code code,
      int pieces,
      IntToDoubleFunction errors,
      ToDoubleBiFunction<Decoding.Decodable, Integer> residual) {
    double worst = 0;
    int workers = code.parameters().workers();
    List<List<Integer>> orders = new ArrayList<>(orders(workers).subList(0, BOUND_SETS - 1));
    orders.add(2, inwards(workers));
    for (List<Integer> order : orders) {
      Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
      for (int worker : order) {
        if (decoder.offer(worker, Projection.NONE)) {
          break;
        }
      }
      if (decoder.outcome() instanceof Decoding.Decodable decodable) {
        worst = Math.max(worst, bound(decodable, pieces, errors, residual));
      }
      if (worst > NOTHING_LEFT) {
        break;
      }
    }
    return worst;
  }

  private static double bound(
      Decoding.Decodable decodable,
      int pieces,
      IntToDoubleFunction errors,
      ToDoubleBiFunction<Decoding.Decodable, Integer> residual) {
    Matrix coefficients = decodable.coefficients().get(0);
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = 0;
      for (int i = 0; i < coefficients.columns(); i++) {
        int piece = decodable.used().get(i / pieces) * pieces + i % pieces;
        sum += Math.abs(coefficients.get(b, i)) * errors.applyAsDouble(piece);
      }
      double bound = sum + residual.applyAsDouble(decodable, b);
      worst = Double.isNaN(bound) ? Double.POSITIVE_INFINITY : Math.max(worst, bound);
    }
    return worst;
  }

  /** From both ends inwards, so that the middle ones are missing. */
  private static List<Integer> inwards(int workers) {
    return IntStream.range(0, workers)
        .mapToObj(i -> i % 2 == 0 ? i / 2 : workers - 1 - i / 2)
        .toList();
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
