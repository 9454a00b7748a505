package io.lagrid.codes.mds;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The low-weight MDS code for C = A·B with a sparse A: every share is a combination of as few row
 * blocks as any code with its threshold can do with, and so stays sparse. B goes out whole.
 *
 * <p>A block that reaches only N − m workers is lost with them, so R = m asks for N − m + 1 workers
 * per block, m·(N − m + 1)/N blocks per worker on average. Here block k reaches just the N − m + 1
 * workers from ⌊kN/m⌋ on, cyclically, which gives every worker this mean, rounded up or down.
 *
 * <p>Over GF(p), u(x) = Σ_k t_k(x)·A[k], where t_k, of degree m − 1, has its zeros at the points of
 * the m − 1 workers that block k does not reach. Answers are values of u·B, of degree below m, so
 * any m of them give it, and liars are located as in any Reed–Solomon code. C[k] is had from it
 * because the t_k are independent: any ℓ of the intervals cover at least ℓ + N − m workers, which
 * for points in general position suffices (GM-MDS); that it does for the points chosen is checked
 * when the table is made. Over the reals the coefficients on the same places are ±[0.5, 1.5], the
 * best of a few draws, the same in every run; with many workers they keep more digits than
 * polynomials do, and any m of the rows are independent but for a draw of probability 0.
 *
 * <p>Per worker: storage (N − m + 1)/N of A's entries and all of B, work likewise, answer 1/m of C.
 *
 * <p>Source: Dau, Song and Yuen, On simple multiple access networks, 2015 (the condition); Lovett,
 * MDS matrices over small fields: a proof of the GM-MDS conjecture, 2018; Halbawi, Liu and Hassibi,
 * Balanced Reed–Solomon codes, 2016 (the cyclic supports); Das, Ramamoorthy, Love and Brinton,
 * Distributed matrix computations with low-weight encodings, 2023 (sparse products).
 */
public final class LowWeightCode extends EvaluationCode implements ProductCode {

  private static final long SEED = 0x4c57;

  /** How many sets of responders judge a draw, and how many draws there are, as time allows. */
  private static final int JUDGES = 64;

  private static final int MOST_DRAWS = 16;
  private static final double JUDGED_WORK = 2e7;

  private final LowWeightParameters parameters;

  /** The code with these parameters. */
  public LowWeightCode(LowWeightParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public LowWeightParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  @Override
  public Encoding.Weight weight(int operand) {
    long sum = (long) parameters.rowBlocks() * parameters.copies();
    int workers = parameters.workers();
    return operand == 1
        ? Encoding.Weight.PLAIN
        : new Encoding.Weight((double) sum / workers, Math.ceil((double) sum / workers));
  }

  /** Consecutive, with the first exchanged for another one where the t_k would depend. */
  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    if (!field.exact()) {
      return Points.chebyshev(workers);
    }
    for (int other = 0; other < workers; other++) {
      double[] points = Points.consecutive(field, 0, workers);
      double first = points[0];
      points[0] = points[other];
      points[other] = first;
      if (independent(field, values(field, points))) {
        return points;
      }
    }
    throw new IllegalArgumentException(
        "%s has no points for %d blocks on %d workers; fewer blocks or a larger field have"
            .formatted(field, parameters.rowBlocks(), workers));
  }

  /** Whether any m rows are independent, as they are if these are: the t_k then are. */
  private static boolean independent(Field field, Matrix rows) {
    return LinearSystems.invertible(field, rows.block(0, 0, rows.columns(), rows.columns()));
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    if (operand == 0) {
      return new Encoding(
          parameters.rowBlocks(), 0, field.exact() ? values(field, points) : drawn());
    }
    double[] ones = new double[points.length];
    Arrays.fill(ones, 1);
    return new Encoding(1, 0, Matrix.of(points.length, 1, ones));
  }

  /** The inverse of the responders' rows; they are told by their points. */
  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    Matrix rows = encoding(0, field).coefficients();
    double[] all = points(field);
    List<Integer> used = new ArrayList<>();
    for (int i = 0, worker = 0; i < points.length; i++) {
      while (all[worker] != points[i]) {
        worker = (worker + 1) % all.length;
      }
      used.add(worker);
    }
    return LinearSystems.inverse(field, of(rows, used));
  }

  /** t_k(α_i): over all j but i, Π (α_i − α_j), without the factors of the block's own workers. */
  private Matrix values(Field field, double[] points) {
    Matrix rows = Matrix.zeros(points.length, parameters.rowBlocks());
    for (int i = 0; i < points.length; i++) {
      double all = 1;
      for (int j = 0; j < points.length; j++) {
        all = j == i ? all : field.multiply(all, field.subtract(points[i], points[j]));
      }
      for (int k = 0; k < parameters.rowBlocks(); k++) {
        if (parameters.reaches(k, i)) {
          rows.set(i, k, field.divide(all, ownFactors(field, points, k, i)));
        }
      }
    }
    return rows;
  }

  private double ownFactors(Field field, double[] points, int rowBlock, int worker) {
    double product = 1;
    for (int j = 0; j < points.length; j++) {
      if (j != worker && parameters.reaches(rowBlock, j)) {
        product = field.multiply(product, field.subtract(points[worker], points[j]));
      }
    }
    return product;
  }

  /**
   * Of several draws the one whose worst condition number over some sets of responders is least.
   */
  private Matrix drawn() {
    int blocks = parameters.rowBlocks();
    Randomness randomness = Randomness.insecure(SEED + parameters.workers() * 1_000_003L + blocks);
    List<List<Integer>> judges = new ArrayList<>();
    for (int set = 0; set < JUDGES; set++) {
      judges.add(responders(randomness));
    }
    double inversions = (double) JUDGES * blocks * blocks * blocks;
    int draws = (int) Math.max(1, Math.min(MOST_DRAWS, JUDGED_WORK / inversions));
    Matrix best = draw(randomness);
    double least = draws == 1 ? 0 : worst(best, judges);
    for (int draw = 1; draw < draws; draw++) {
      Matrix next = draw(randomness);
      double worst = worst(next, judges);
      if (worst < least) {
        best = next;
        least = worst;
      }
    }
    return best;
  }

  private List<Integer> responders(Randomness randomness) {
    List<Integer> workers = new ArrayList<>();
    for (int worker = 0; worker < parameters.workers(); worker++) {
      workers.add(randomness.nextInt(worker + 1), worker);
    }
    return workers.subList(0, parameters.rowBlocks());
  }

  private static double worst(Matrix rows, List<List<Integer>> judges) {
    return judges.stream()
        .mapToDouble(workers -> LinearSystems.conditionNumber(of(rows, workers)))
        .max()
        .orElseThrow();
  }

  /** The rows of these workers. */
  private static Matrix of(Matrix rows, List<Integer> workers) {
    Matrix some = Matrix.zeros(workers.size(), rows.columns());
    for (int i = 0; i < workers.size(); i++) {
      some.block(i, 0, 1, some.columns()).write(rows.block(workers.get(i), 0, 1, some.columns()));
    }
    return some;
  }

  private Matrix draw(Randomness randomness) {
    Matrix rows = Matrix.zeros(parameters.workers(), parameters.rowBlocks());
    for (int k = 0; k < rows.columns(); k++) {
      for (int i = 0; i < rows.rows(); i++) {
        if (parameters.reaches(k, i)) {
          double size = 0.5 + randomness.nextDouble();
          rows.set(i, k, randomness.nextInt(2) == 0 ? size : -size);
        }
      }
    }
    return rows;
  }
}
