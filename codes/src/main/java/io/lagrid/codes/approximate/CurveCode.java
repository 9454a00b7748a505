package io.lagrid.codes.approximate;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.interpolation.Curve;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import java.util.Arrays;
import java.util.List;

/**
 * The codes for any function: u is the curve of a {@link CurveScheme} through the data blocks at
 * α_k, worker i answers f(u(β_i)), and the estimates are the values at α_k of the same kind of
 * curve through the answers.
 *
 * <p>α are the zeros of T_(K+T), β the extrema of T_(N−1), spread over the workers so that the
 * first of them lie all along the line ({@link CurvePoints}). The curve is drawn through the
 * answers that came, in order of position: Berrut's signs are renumbered over them, and the
 * outermost of them weigh half.
 *
 * <p>u is as smooth as the sequence of data blocks is: {@link #inOrder} puts them into a better
 * order ({@link InputOrder}). The estimates come back in the original one.
 *
 * <p>Privacy is not perfect: T blocks of Gaussian noise are passed by the curve as well, and what T
 * workers then learn is bounded in bits, at a price in accuracy, because f∘u has to follow the
 * noise. Then u is Berrut's curve, whatever the scheme: its noise columns are those of a Cauchy
 * matrix, of which no minor is zero. On a spline, all noise to one side is seen in one proportion,
 * so that two workers cancel it.
 *
 * <p>Immutable and thread-safe.
 */
public final class CurveCode implements ApproximateCode {

  private final CurveParameters parameters;
  private final double encoderSmoothing;
  private final double[] data;
  private final double[] workers;
  private final Encoding encoding;

  /**
   * The code with these parameters, data blocks in their given order, on an interpolating curve.
   */
  public CurveCode(CurveParameters parameters) {
    this(parameters, 0);
  }

  /**
   * The code with a smoothed curve through the data blocks.
   *
   * @param encoderSmoothing λ of the encoder's curve, which then passes near the data blocks only;
   *     of no effect on Berrut's
   */
  public CurveCode(CurveParameters parameters, double encoderSmoothing) {
    this(parameters, encoderSmoothing, CurvePoints.data(parameters));
  }

  private CurveCode(CurveParameters parameters, double encoderSmoothing, double[] data) {
    this.parameters = parameters;
    this.encoderSmoothing = encoderSmoothing;
    this.data = data;
    this.workers = CurvePoints.workers(parameters);
    Matrix coefficients = encoder(parameters, encoderSmoothing).coefficients(data, workers);
    this.encoding = new Encoding(parameters.dataPoints(), parameters.colluders(), coefficients);
  }

  /** Berrut's curve where data are hidden, else that of the scheme. */
  private static Curve encoder(CurveParameters parameters, double smoothing) {
    CurveScheme scheme = parameters.colluders() > 0 ? CurveScheme.BERRUT : parameters.scheme();
    return scheme.encoder(smoothing);
  }

  /**
   * The same code with the data blocks in another order along the curve.
   *
   * @param order which data block comes first, second, …; a permutation of 0, …, K − 1; not
   *     modified
   * @throws IllegalArgumentException if it is no permutation
   */
  public CurveCode inOrder(int[] order) {
    double[] plain = CurvePoints.data(parameters);
    double[] moved = plain.clone();
    boolean[] seen = new boolean[parameters.dataPoints()];
    for (int j = 0; j < order.length; j++) {
      if (order.length != seen.length
          || order[j] < 0
          || order[j] >= seen.length
          || seen[order[j]]) {
        throw new IllegalArgumentException(
            "%s is no order of %d data blocks".formatted(Arrays.toString(order), seen.length));
      }
      seen[order[j]] = true;
      moved[order[j]] = plain[j];
    }
    return new CurveCode(parameters, encoderSmoothing, moved);
  }

  @Override
  public CurveParameters parameters() {
    return parameters;
  }

  /** Where the data blocks, then the noise blocks lie; a new array. */
  public double[] dataPoints() {
    return data.clone();
  }

  @Override
  public double[] workerPoints() {
    return workers.clone();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The same for every operand.
   *
   * @throws UnsupportedOperationException if the field is not that of the reals
   */
  @Override
  public Encoding encoding(int operand, Field field) {
    if (field.exact()) {
      throw new UnsupportedOperationException(
          "%s is a code over the reals, not over %s".formatted(parameters.code(), field));
    }
    if (operand < 0) {
      throw new IndexOutOfBoundsException("operand " + operand);
    }
    return encoding;
  }

  @Override
  public Matrix estimator(List<Integer> responders, double smoothing) {
    double[] nodes = pointsOf(responders);
    if (nodes.length < parameters.recoveryThreshold()) {
      throw new IllegalArgumentException(
          "%d answers; %s makes an estimate of %d or more"
              .formatted(nodes.length, parameters.code(), parameters.recoveryThreshold()));
    }
    double[] targets = Arrays.copyOf(data, parameters.dataPoints());
    return parameters.scheme().decoder(smoothing).coefficients(nodes, targets);
  }

  @Override
  public ApproximateDecoder newDecoder(EstimateWanted wanted) {
    return new CurveDecoder(this, wanted);
  }

  double[] pointsOf(List<Integer> responders) {
    return responders.stream().mapToDouble(worker -> workers[worker]).toArray();
  }
}
