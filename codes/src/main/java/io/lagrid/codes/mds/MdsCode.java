package io.lagrid.codes.mds;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.ManyWorkers;
import io.lagrid.codes.decode.Points;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The MDS code for C = A·B with a tall A: the m row blocks of A go through a systematic [N, m] MDS
 * code, and every worker gets the whole of B.
 *
 * <p>u is the polynomial of degree below m with u(β_k) = A[k]. Worker i multiplies u(α_i) by B. The
 * answers are the values of u·B, of degree below m, so R = m of them give it, and C[k] = u(β_k)·B.
 * Per worker: storage 1/m of A and all of B, work 1/m of the product, answer 1/m of C. The smallest
 * threshold of all codes for its work, where B is thin: then little is lost by not cutting it.
 *
 * <p>Systematic: β_k = α_i for m of the N workers, which hold A[k] as it is; no arithmetic is spent
 * on their shares, nor on decoding their answers. Nothing is hidden from anybody.
 *
 * <p>Points: 0, …, N − 1 over GF(p); the zeros of the Chebyshev polynomial T_N over the reals. β is
 * an even choice of m of them. With {@link ManyWorkers}, α are roots of unity, and transforms
 * encode and decode what is not there as it is.
 *
 * <p>Source: Lee, Lam, Pedarsani, Papailiopoulos and Ramchandran, Speeding up distributed machine
 * learning using codes, 2017, section III.
 */
public final class MdsCode extends EvaluationCode implements ProductCode {

  private final MdsParameters parameters;

  /** The code with these parameters. */
  public MdsCode(MdsParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public MdsParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  /** 1 for the m workers that hold a block of A as it is, m for the others. */
  @Override
  public Encoding.Weight weight(int operand) {
    if (operand == 1) {
      return Encoding.Weight.PLAIN;
    }
    double blocks = parameters.rowBlocks();
    double parities = parameters.workers() - blocks;
    double sum = blocks + parities * blocks;
    return new Encoding.Weight(sum / parameters.workers(), parities > 0 ? blocks : 1);
  }

  /** Which worker holds A[k] as it is: ⌊N·(2k + 1) / 2m⌋. */
  public int holder(int rowBlock) {
    long scaled = parameters.workers() * (2L * rowBlock + 1);
    return (int) (scaled / (2L * parameters.rowBlocks()));
  }

  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    return field.exact() ? Points.consecutive(field, 0, workers) : Points.chebyshev(workers);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    if (operand == 0) {
      Matrix rows = Lagrange.coefficients(field, dataPoints(points), points);
      Encoding encoding = new Encoding(parameters.rowBlocks(), 0, rows);
      return encoding.with(coset(field).map(this::encodeTransfer));
    }
    double[] ones = new double[points.length];
    Arrays.fill(ones, 1);
    return new Encoding(1, 0, Matrix.of(points.length, 1, ones));
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    return Lagrange.coefficients(field, points, dataPoints(points(field)));
  }

  @Override
  protected Optional<Coset> coset(Field field) {
    return ManyWorkers.roots(field, parameters.workers());
  }

  private PointTransfer encodeTransfer(Coset workers) {
    Chosen all = Chosen.first(workers, parameters.workers());
    return PointTransfer.between(holders(workers), all, new PlainTransform());
  }

  @Override
  protected Optional<PointTransfer> decodeTransfer(Chosen answers) {
    return Optional.of(
        PointTransfer.between(answers, holders(answers.coset()), new PlainTransform()));
  }

  private Chosen holders(Coset workers) {
    int[] holders = IntStream.range(0, parameters.rowBlocks()).map(this::holder).toArray();
    return new Chosen(workers, holders);
  }

  private double[] dataPoints(double[] workerPoints) {
    double[] points = new double[parameters.rowBlocks()];
    Arrays.setAll(points, k -> workerPoints[holder(k)]);
    return points;
  }
}
