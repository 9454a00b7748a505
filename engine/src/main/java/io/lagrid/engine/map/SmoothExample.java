package io.lagrid.engine.map;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Projection;
import io.lagrid.codes.approximate.ApproximateDecoder;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.EstimateWanted;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.GaussianMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Small blocks that change smoothly from one to the next – every entry goes through half a wave of
 * a sine, each with its own phase – on which a function is estimated to see how well a code does
 * it. Immutable.
 *
 * @param function to be estimated
 * @param blocks the example
 */
record SmoothExample(BlockFunction function, List<Matrix> blocks) {

  private static final int ROWS = 4;
  private static final int COLUMNS = 8;

  /** By so many entries of every answer λ is chosen. */
  private static final int TRIALS = 8;

  /** And three that lack neighbours. */
  private static final int DRAWN_SETS = 7;

  private static final long SEED = 1;

  /** An example as large as the function needs it, and no larger than the real blocks. */
  static SmoothExample of(BlockFunction function, Operation.Map map) {
    int rows = Math.min(map.rows(), ROWS);
    int columns = Math.min(map.columns(), COLUMNS);
    if (map.rows() == map.columns()) {
      rows = columns; // some functions are of square blocks
    }
    if (!takes(function, rows, columns)) {
      columns = map.columns(); // and some of so many columns
    }
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < map.blocks(); k++) {
      Matrix block = Matrix.zeros(rows, columns);
      double turn = Math.PI * k / map.blocks();
      Arrays.setAll(block.data(), i -> Math.sin(1 + i + turn));
      blocks.add(block);
    }
    return new SmoothExample(function, blocks);
  }

  private static boolean takes(BlockFunction function, int rows, int columns) {
    try {
      return function.resultRows(rows, columns) > 0 && function.resultColumns(rows, columns) > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The root mean square error over the root mean square of the values, at ten sets of workers that
   * answer.
   *
   * @param noise σ of the noise that hides blocks
   */
  ResponderSurvey error(CurveCode code, EstimateWanted wanted, double noise) {
    double[][] answers = answers(code, noise);
    double[][] values = blocks.stream().map(function).map(Matrix::toArray).toArray(double[][]::new);
    return ResponderSurvey.of(
        answers.length,
        DRAWN_SETS,
        Double.POSITIVE_INFINITY,
        order -> {
          ApproximateDecoder decoder = code.newDecoder(wanted);
          for (int worker : order) {
            double[] few = Arrays.copyOf(answers[worker], Math.min(TRIALS, answers[worker].length));
            if (decoder.offer(worker, new Projection(List.of(few)))) {
              break;
            }
          }
          return decoder.outcome() instanceof Decoding.Decodable decoding
              ? error(decoding, answers, values)
              : 0;
        });
  }

  private double[][] answers(CurveCode code, double noise) {
    EncodedOperand encoded =
        new GaussianMask(noise)
            .prepare(
                code.encoding(0, RealField.instance()),
                blocks.stream().map(block -> new Block(List.of(block))).toList(),
                Randomness.insecure(SEED));
    Matrix coefficients = encoded.encodings().get(0).coefficients();
    return IntStream.range(0, coefficients.rows())
        .mapToObj(worker -> function.apply(share(encoded, coefficients, worker)).toArray())
        .toArray(double[][]::new);
  }

  private Matrix share(EncodedOperand encoded, Matrix coefficients, int worker) {
    Matrix share = Matrix.zeros(blocks.get(0).rows(), blocks.get(0).columns());
    for (int k = 0; k < coefficients.columns(); k++) {
      double[] source = encoded.denseSources().get(k).plane(0).data();
      for (int i = 0; i < source.length; i++) {
        share.data()[i] += coefficients.get(worker, k) * source[i];
      }
    }
    return share;
  }

  private static double error(Decoding.Decodable decoding, double[][] answers, double[][] values) {
    Matrix coefficients = decoding.coefficients().get(0);
    double errors = 0;
    double squares = 0;
    for (int k = 0; k < values.length; k++) {
      for (int entry = 0; entry < values[k].length; entry++) {
        double estimate = 0;
        for (int i = 0; i < coefficients.columns(); i++) {
          estimate += coefficients.get(k, i) * answers[decoding.used().get(i)][entry];
        }
        errors += Math.pow(estimate - values[k][entry], 2);
        squares += Math.pow(values[k][entry], 2);
      }
    }
    return Math.sqrt(errors / squares);
  }
}
