package io.lagrid.engine.evaluate;

import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;

/**
 * First-order bounds on the rounding errors of maps over the reals. With u = 2^-53 and λ_i = Σ_k
 * |c[i][k]|, entries of share i are at most λ_i·max|x| and err by at most (5K + 1)·u of that, 4K of
 * them for the coefficients ({@link Lagrange}); so an answer errs by at most
 *
 * <pre>(d·(5K + 1) + roundings)·u·M(λ_i·max|x|)</pre>
 *
 * <p>for a map of degree d. Combining R of them adds 5R + 4 roundings. Immutable and thread-safe.
 */
final class MapRounding {

  private static final double UNIT = 0x1p-53;

  private final double[] magnitudes;
  private final double[] errors;

  /**
   * The bounds of one encoding.
   *
   * @param operands the coefficients of each
   */
  MapRounding(
      PolynomialMap map,
      List<Matrix> operands,
      List<BlockShape> shapes,
      List<OperandScale> scales) {
    Matrix first = operands.get(0);
    magnitudes = new double[first.rows()];
    errors = new double[first.rows()];
    int side = shapes.stream().mapToInt(BlockShape::side).max().orElse(1);
    for (int worker = 0; worker < magnitudes.length; worker++) {
      double[] largest = new double[operands.size()];
      int columns = 0;
      for (int i = 0; i < largest.length; i++) {
        Matrix coefficients = operands.get(i);
        largest[i] = scales.get(i).largest() * sum(coefficients, worker);
        columns = Math.max(columns, coefficients.columns());
      }
      magnitudes[worker] = map.bound(largest, shapes);
      double units = map.degree() * (5.0 * columns + 1) + map.roundings(side) + 2;
      errors[worker] = units * UNIT * magnitudes[worker];
    }
  }

  private static double sum(Matrix coefficients, int row) {
    double sum = 0;
    for (int k = 0; k < coefficients.columns(); k++) {
      sum += Math.abs(coefficients.get(row, k));
    }
    return sum;
  }

  /** How far a worker's answer may be off, that of combining so many answers included. */
  double answer(int worker, int answers) {
    return errors[worker] + (5 * answers + 4) * UNIT * magnitudes[worker];
  }

  /**
   * A bound on max |value − exact value|.
   *
   * @param lies that the check of answers lets pass
   */
  double bound(Decoding.Decodable decoding, UnseenLies lies) {
    Matrix coefficients = decoding.coefficients().get(0);
    double worst = 0;
    for (int b = 0; b < coefficients.rows(); b++) {
      double sum = lies.bound(decoding, b);
      for (int i = 0; i < coefficients.columns(); i++) {
        int worker = decoding.used().get(i);
        sum += Math.abs(coefficients.get(b, i)) * answer(worker, coefficients.columns());
      }
      worst = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(worst, sum);
    }
    return worst;
  }
}
