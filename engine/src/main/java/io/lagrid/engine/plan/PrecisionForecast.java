package io.lagrid.engine.plan;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.engine.verify.ProductVerifier;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * How precise a real coded result will be, before there are operands: the first-order bound of a
 * run's report for operands whose blocks are equally large, at a few sets of workers that answer.
 */
public final class PrecisionForecast {

  /** The rounding unit of doubles. */
  public static final double UNIT = 0x1p-53;

  /** Noise is as many times the largest entry, which is about 4 deviations of normal ones. */
  private static final double PEAK = 4;

  private static final int DRAWN_SETS = 3;

  /** A bound beyond this says that nothing is left; no set can say more. */
  private static final double NOTHING_LEFT = 1;

  private PrecisionForecast() {}

  /** 1/√K for every data block of an operand, and 4σ times as much for every noise block. */
  public static double[] blockSizes(Code code, int operand, double noise) {
    Encoding encoding = code.encoding(operand, RealField.instance());
    double[] sizes = new double[encoding.coefficients().columns()];
    double each = 1 / Math.sqrt(encoding.dataBlocks());
    Arrays.setAll(sizes, k -> k < encoding.dataBlocks() ? each : PEAK * noise * each);
    return sizes;
  }

  /**
   * Σ_k |c[i][k]|/√K for every coded block i of an operand: how large it can be beside an operand
   * of K equal blocks.
   *
   * @param noise σ of noise blocks, in the largest entry; of no effect where there are none
   */
  public static double[] magnitudes(Code code, int operand, double noise) {
    Encoding encoding = code.encoding(operand, RealField.instance());
    Matrix coefficients = encoding.coefficients();
    double[] magnitudes = new double[coefficients.rows()];
    for (int i = 0; i < coefficients.rows(); i++) {
      for (int k = 0; k < coefficients.columns(); k++) {
        double size = k < encoding.dataBlocks() ? 1 : PEAK * noise;
        magnitudes[i] += size * Math.abs(coefficients.get(i, k)) / Math.sqrt(encoding.dataBlocks());
      }
    }
    return magnitudes;
  }

  /**
   * The lies that pass the check of answers, if there is one.
   *
   * @param errors bounds on the rounding errors of pieces
   */
  public static UnseenLies unseen(Requirement requirement, IntToDoubleFunction errors) {
    int liars = requirement.verified() ? Math.max(1, requirement.tolerance().adversaries()) : 0;
    return new UnseenLies(liars, piece -> ProductVerifier.UNSEEN * errors.applyAsDouble(piece));
  }

  /**
   * The largest Σ_i |d[b][i]|·e_i over all result blocks b, with what the decode matrix leaves of
   * the block besides; no set is looked at after one where that exceeds 1.
   *
   * @param pieces of an answer that decoding tells apart
   * @param errors e_i by worker·pieces + piece
   * @param lies that a check of answers would let pass
   * @param residuals of the result blocks, by decoding
   */
  public static ResponderSurvey survey(
      Code code,
      int pieces,
      IntToDoubleFunction errors,
      UnseenLies lies,
      Function<Decoding.Decodable, double[]> residuals) {
    return ResponderSurvey.of(
        code.parameters().workers(),
        DRAWN_SETS,
        NOTHING_LEFT,
        order -> {
          Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
          for (int worker : order) {
            if (decoder.offer(worker, Projection.NONE)) {
              break;
            }
          }
          return decoder.outcome() instanceof Decoding.Decodable decodable
              ? bound(decodable, pieces, errors, lies, residuals.apply(decodable))
              : 0;
        });
  }

  private static double bound(
      Decoding.Decodable decodable,
      int pieces,
      IntToDoubleFunction errors,
      UnseenLies lies,
      double[] residuals) {
    Matrix coefficients = decodable.coefficients().get(0);
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = residuals[b] + lies.bound(decodable, b);
      for (int i = 0; i < coefficients.columns(); i++) {
        int piece = decodable.used().get(i / pieces) * pieces + i % pieces;
        sum += Math.abs(coefficients.get(b, i)) * errors.applyAsDouble(piece);
      }
      worst = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(worst, sum);
    }
    return worst;
  }
}
