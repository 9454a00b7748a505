package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.concurrent.CancellationException;

/**
 * Coded convolutions on a cluster: full linear ones, and the layers of neural networks forward and
 * by both gradients, by {@linkplain io.lagrid.codes.convolution.ConvolutionCode coded convolution}
 * along the rows.
 *
 * <pre>{@code
 * Result<LongMatrix> c = Convolutions.on(Lagrid.on(cluster).tolerating(…)).linear(a, b);
 * }</pre>
 *
 * <p>What {@link Lagrid} says of products holds here too. Answers are checked, and liars located,
 * over finite fields only: where adversaries are to be tolerated, doubles go through fixed point
 * unless real arithmetic is asked for, which is refused then.
 *
 * <p>Immutable and thread-safe; runs may overlap on one cluster.
 */
public final class Convolutions {

  private final Lagrid lagrid;

  private Convolutions(Lagrid lagrid) {
    this.lagrid = lagrid;
  }

  /** Convolutions where, and with what tolerance, the given door says. */
  public static Convolutions on(Lagrid lagrid) {
    return new Convolutions(lagrid);
  }

  /**
   * The full linear convolution C[k][l] = Σ A[i][j]·B[k − i][l − j], in doubles.
   *
   * @param a finite; not modified
   * @param b finite; not modified
   * @return (a.rows + b.rows − 1) × (a.columns + b.columns − 1), within the report's error bound
   * @throws IllegalArgumentException if an entry is not finite, or nothing tolerates what is to be
   *     tolerated
   * @throws io.lagrid.engine.report.ComputationFailedException if the answers cannot give the
   *     result
   */
  public Result<Matrix> linear(Matrix a, Matrix b) {
    return attemptLinear(a, b).map(Matrix.class::cast).orThrow();
  }

  /**
   * The same in integers, exactly.
   *
   * @throws io.lagrid.algebra.exact.OverflowException if an entry of C does not fit into 64 bits
   */
  public Result<LongMatrix> linear(LongMatrix a, LongMatrix b) {
    return attemptLinear(a, b).map(LongMatrix.class::cast).orThrow();
  }

  /** The full linear convolution, where the failure of the workers is an outcome. */
  public Outcome<Operand> attemptLinear(Operand a, Operand b) {
    return attempt(whole(a, b), a, b);
  }

  private static Convolution whole(Operand a, Operand b) {
    if (a.rows() < 1 || a.columns() < 1 || b.rows() < 1 || b.columns() < 1) {
      throw new IllegalArgumentException(
          "cannot convolve %s with %s: there are no entries".formatted(a.shape(), b.shape()));
    }
    return new Convolution(Layer.linear(a, b), Way.BY_INPUT);
  }

  /** One map of a layer, in doubles: see {@link Convolution} and {@link Layer} for shapes. */
  public Result<Matrix> apply(Convolution convolution, Matrix left, Matrix right) {
    return attempt(convolution, left, right).map(Matrix.class::cast).orThrow();
  }

  /** One map of a layer, in integers, exactly. */
  public Result<LongMatrix> apply(Convolution convolution, LongMatrix left, LongMatrix right) {
    return attempt(convolution, left, right).map(LongMatrix.class::cast).orThrow();
  }

  /**
   * One map of a layer, where the failure of the workers is an outcome.
   *
   * @throws IllegalArgumentException if a shape does not fit, or as {@link #linear} says
   * @throws CancellationException if the calling thread is interrupted; its interrupt status is set
   */
  public Outcome<Operand> attempt(Convolution convolution, Operand left, Operand right) {
    ConvolutionBlueprint blueprint = designer(convolution).blueprint(lagrid, left, right);
    return lagrid.interruptible(() -> new ConvolutionSession(lagrid, blueprint).run(left, right));
  }

  /** Every code side by side for a full linear convolution: what it would cost, or why not. */
  public PlanTable plans(Operand a, Operand b) {
    return designer(whole(a, b)).table(lagrid, a, b);
  }

  private ConvolutionDesigner designer(Convolution convolution) {
    return new ConvolutionDesigner(convolution, lagrid.cluster().workers(), lagrid.settings());
  }

  /**
   * What is planned for a convolution of doubles between −1 and 1, before there are any.
   *
   * @param convolution its shapes
   * @param workers N
   * @param settings what to tolerate, and how
   */
  public static PlanRequest planning(Convolution convolution, int workers, Settings settings) {
    return new ConvolutionDesigner(convolution, workers, settings).typical();
  }
}
