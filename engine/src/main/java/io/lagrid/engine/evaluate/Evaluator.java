package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;

/**
 * Polynomial maps on a cluster, from any R of N answers:
 *
 * <pre>{@code
 * Evaluator.on(lagrid).evaluate(Elementwise.parse("3*x^2 - x + 1"), x);
 * }</pre>
 *
 * <p>With stragglers S, adversaries A, colluders T and K blocks, R = (K + T − 1)·deg f + 1 and R +
 * S + 2A ≤ N (S + A for Gram matrices, whose answers are checked on arrival); where workers are few
 * for the degree, blocks are repeated instead. K is the largest that allows. The A liars are
 * located by projections; more than A of them that agree on another codeword are not noticed.
 *
 * <p>Integers are mapped exactly, or refused if a value leaves int64; doubles in floating point, or
 * in fixed point if colluders are to be kept blind or liars to be located, with the error bound in
 * the report in units of M, the bound on |f| for entries as large as the operands'.
 *
 * <p>Operands are never modified. Refusals, failures and interruption are as {@link Lagrid} says.
 * Immutable and thread-safe.
 *
 * <p>Source: Yu et al., Lagrange coded computing, 2019.
 */
public final class Evaluator {

  private final Lagrid lagrid;

  private Evaluator(Lagrid lagrid) {
    this.lagrid = lagrid;
  }

  /** Evaluations with the cluster, settings and environment of {@code lagrid}. */
  public static Evaluator on(Lagrid lagrid) {
    return new Evaluator(lagrid);
  }

  /**
   * The map of whole operands in integers, exactly.
   *
   * @param operands as many as the map takes; not modified
   * @throws IllegalArgumentException if their shapes do not fit the map, its declared degree is
   *     wrong, or no code tolerates what is to be tolerated
   * @throws io.lagrid.algebra.exact.OverflowException if a value does not fit into 64 bits
   * @throws io.lagrid.engine.report.ComputationFailedException if the answers cannot give the
   *     result
   */
  public Result<LongMatrix> evaluate(PolynomialMap map, LongMatrix... operands) {
    return attempt(map, List.of(operands)).map(LongMatrix.class::cast).orThrow();
  }

  /**
   * The map of whole operands in doubles, within the report's error bound.
   *
   * @param operands as many as the map takes; finite; not modified
   * @throws IllegalArgumentException as for integers, or if an entry is not finite
   * @throws io.lagrid.engine.report.ComputationFailedException if the answers cannot give the
   *     result
   */
  public Result<Matrix> evaluate(PolynomialMap map, Matrix... operands) {
    return attempt(map, List.of(operands)).map(Matrix.class::cast).orThrow();
  }

  /** The map of whole operands, where the failure of the workers is an outcome. */
  public Outcome<Operand> attempt(PolynomialMap map, List<? extends Operand> operands) {
    return run(MapOperands.whole(map, operands)).map(results -> results.get(0));
  }

  /**
   * The map of each of several data points.
   *
   * @param points per operand of the map, one matrix per data point, all of one shape; or one
   *     matrix alone if the operand is common; not modified
   * @return one value per data point
   */
  public Outcome<List<Operand>> attemptEach(
      PolynomialMap map, List<? extends List<? extends Operand>> points) {
    return run(MapOperands.each(map, points));
  }

  /** Every code side by side for the map of whole operands: what it would cost, or why not. */
  public PlanTable plans(PolynomialMap map, List<? extends Operand> operands) {
    return table(MapOperands.whole(map, operands));
  }

  /** The same for the map of each of several data points, as {@link #attemptEach} takes them. */
  public PlanTable plansForEach(PolynomialMap map, List<? extends List<? extends Operand>> points) {
    return table(MapOperands.each(map, points));
  }

  /**
   * What is planned for the map of whole operands of doubles between −1 and 1, before there are
   * any.
   *
   * @param shapes of the operands
   * @param workers N
   * @param settings what to tolerate, and how
   * @throws IllegalArgumentException if the map is not for these shapes or settings
   */
  public static PlanRequest planning(
      PolynomialMap map, List<BlockShape> shapes, int workers, Settings settings) {
    map.shape(shapes);
    return new MapDesigner(Cutting.of(map, shapes), workers, settings).typical();
  }

  /**
   * The same for the map of each of several data points.
   *
   * @param one the shapes of the matrices of a data point, and how many points there are
   */
  public static PlanRequest planning(
      PolynomialMap map, Points one, int workers, Settings settings) {
    map.shape(one.shapes());
    return new MapDesigner(new PointCutting(map, one.shapes(), one.count()), workers, settings)
        .typical();
  }

  /**
   * Data points.
   *
   * @param shapes per operand of the map, the shape of one point's matrix
   * @param count how many points
   */
  public record Points(List<BlockShape> shapes, int count) {

    /** Copies the list; checks that there is a point. */
    public Points {
      shapes = List.copyOf(shapes);
      if (count < 1) {
        throw new IllegalArgumentException(count + " data points; 1 is the least");
      }
    }
  }

  private MapDesigner designer(MapOperands operands) {
    return new MapDesigner(operands.cutting(), lagrid.cluster().workers(), lagrid.settings());
  }

  private PlanTable table(MapOperands operands) {
    return designer(operands).table(lagrid, operands);
  }

  private Outcome<List<Operand>> run(MapOperands operands) {
    Stopwatch watch = new Stopwatch(lagrid.cluster().clock());
    MapBlueprint blueprint = designer(operands).blueprint(lagrid, operands);
    CodedJob job =
        new CodedJob(
            lagrid.cluster(),
            blueprint.code(),
            blueprint.numbers().arithmetic(),
            lagrid.rules(blueprint.verified()));
    MapChecks checks =
        new MapChecks(
            blueprint.answers(), lagrid.environment().kernels(), lagrid.cluster().workers());
    MapSession session = new MapSession(blueprint, job, checks);
    double planSeconds = watch.lap() * 1e-9;
    return lagrid.interruptible(() -> session.run(planSeconds));
  }
}
