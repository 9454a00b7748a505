package io.lagrid.codes.real;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.RefinedSystem;
import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.ResponderSurvey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A product code over the reals, given as a linear system: the answers of any R workers are G_F·u
 * for an invertible matrix G_F of their rows and blocks u that do not depend on the workers, and
 * the result is P·u. So the decode matrix is D = P·G_F^(−1), one row per result block. It is solved
 * for with refined residuals, so that D is as good as if it had been rounded once, and what is lost
 * is lost to the roundings of the answers alone. Where G_F is singular to working precision, D is
 * no number in every entry, so that nothing decoded with it can be taken for a result.
 *
 * <p>A worker may hold several coded blocks of each operand ({@link #sharePartition()}); its answer
 * then has several pieces, each with a row of G.
 *
 * <p>A subclass supplies three matrices. Immutable and thread-safe.
 */
public abstract class RealProductCode extends EvaluationCode implements ProductCode {

  private static final int DRAWN_SETS = 3;

  private final RealProductParameters parameters;

  /** A code with these parameters. */
  protected RealProductCode(RealProductParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * How the blocks of an operand are combined into shares: one row per coded block, worker by
   * worker, row by row over the share's grid; and the data blocks, then blocks of Gaussian noise,
   * as columns.
   */
  protected abstract Matrix shares(int operand);

  /** G: the pieces of every worker's answer, worker by worker, in terms of the blocks u. */
  protected abstract Matrix answers();

  /** P: the result blocks in terms of the blocks u. */
  protected abstract Matrix results();

  @Override
  public final RealProductParameters parameters() {
    return parameters;
  }

  @Override
  public final int batch() {
    return parameters.grid().batch();
  }

  @Override
  public final Partition partition() {
    return parameters.grid().partition();
  }

  @Override
  protected final int operands() {
    return 2;
  }

  /** Refuses finite fields. */
  @Override
  protected final void checkField(Field field) {
    if (field.exact()) {
      throw new UnsupportedOperationException(
          "%s is a code over the reals, not over %s; entangled and lcc are over finite fields"
              .formatted(parameters.code(), field));
    }
  }

  /** The workers' numbers; where a worker's point lies follows from its number. */
  @Override
  protected final double[] choosePoints(Field field) {
    double[] numbers = new double[parameters.workers()];
    Arrays.setAll(numbers, worker -> worker);
    return numbers;
  }

  @Override
  protected final Encoding encode(int operand, Field field, double[] points) {
    Matrix coefficients = shares(operand);
    int data = grid().blocks(operand);
    return new Encoding(
        data,
        coefficients.columns() - data,
        coefficients.rows() / parameters.workers(),
        coefficients);
  }

  @Override
  protected final Matrix decodeRows(Field field, double[] points) {
    List<Integer> workers = new ArrayList<>();
    for (double point : points) {
      workers.add((int) point);
    }
    try {
      return decodeRows(workers);
    } catch (ArithmeticException singular) {
      Matrix none =
          Matrix.zeros(
              grid().resultBlocks(), workers.size() * sharePartition().m() * sharePartition().n());
      Arrays.fill(none.data(), Double.NaN);
      return none;
    }
  }

  /**
   * D for R workers: one row per result block, the pieces of their answers as columns.
   *
   * @throws ArithmeticException if their answers leave a system that is singular to working
   *     precision
   */
  protected Matrix decodeRows(List<Integer> workers) {
    Matrix transposed = rows(answers(), workers).transpose();
    return RefinedSystem.of(transposed).solve(results().transpose()).transpose();
  }

  /** The condition number of what R workers leave to solve. */
  protected double conditionNumber(List<Integer> workers) {
    return SingularValues.conditionNumber(rows(answers(), workers));
  }

  /**
   * How well conditioned the answers of these workers are.
   *
   * @param workers R distinct workers
   * @throws IllegalArgumentException if they are not R
   */
  public final Conditioning conditioning(List<Integer> workers) {
    return new Conditioning(conditionNumber(checked(workers)), Amplification.of(this, workers));
  }

  /**
   * The condition numbers of what R workers leave to solve, as it is for one set of them and
   * another.
   */
  public final ResponderSurvey conditionNumbers() {
    int threshold = parameters.recoveryThreshold();
    return ResponderSurvey.of(
        parameters.workers(),
        DRAWN_SETS,
        Double.POSITIVE_INFINITY,
        order -> conditionNumber(order.stream().limit(threshold).sorted().toList()));
  }

  private List<Integer> checked(List<Integer> workers) {
    if (workers.stream().distinct().count() != parameters.recoveryThreshold()
        || workers.size() != parameters.recoveryThreshold()) {
      throw new IllegalArgumentException(
          "workers %s; the conditioning is that of R = %d distinct ones"
              .formatted(workers, parameters.recoveryThreshold()));
    }
    return workers;
  }

  /** The rows of some workers, of a matrix with equally many rows for every worker. */
  final Matrix rows(Matrix all, List<Integer> workers) {
    int each = all.rows() / parameters.workers();
    Matrix chosen = Matrix.zeros(each * workers.size(), all.columns());
    for (int i = 0; i < workers.size(); i++) {
      chosen
          .block(i * each, 0, each, all.columns())
          .write(all.block(workers.get(i) * each, 0, each, all.columns()));
    }
    return chosen;
  }
}
