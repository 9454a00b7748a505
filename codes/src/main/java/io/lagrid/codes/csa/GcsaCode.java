package io.lagrid.codes.csa;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Barycentric;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.Points;
import io.lagrid.codes.product.EntangledExponents;
import java.util.Arrays;

/**
 * Cross subspace alignment for a batch of products C_l = A_l·B_l, l &lt; L, each cut into p, m, n.
 *
 * <p>Product l has a pole f_l of its own and belongs to one of ℓ groups of at most Kc. Let D = pmn,
 * and P_l, Q_l the {@linkplain EntangledExponents entangled polynomials} of A_l and B_l. Worker i
 * receives one block of each operand for each group g, and answers the sum of the ℓ products:
 *
 * <pre>
 * Ã_g = Δ_g(α) Σ_{l∈g} P_l(f_l − α)/(f_l − α)^D,   Δ_g(α) = Π_{l∈g} (f_l − α)^D,
 * B̃_g = M(α)  Σ_{l∈g} Q_l(f_l − α)/(f_l − α)^D,   M(α) = Π_l (f_l − α)^D.
 * </pre>
 *
 * <p>The factor M, which the paper does not have, is one non-zero scalar per worker. It clears the
 * denominators, so that the answers are the values of a polynomial g, rather than of a function
 * with poles: a Reed–Solomon word as it stands, in which liars are located. Cross terms within a
 * group have no pole, and all of them fall into the same D(Kc − 1) + p − 1 dimensions (hence the
 * name); with the L·D dimensions of the poles,
 *
 * <pre>R = pmn(L + Kc − 1) + p − 1,   that is pmn((ℓ + 1)Kc − 1) + p − 1 where Kc divides L.</pre>
 *
 * <p>Decoding: with t = f_l − α, near its pole g = U_l(t)·P_l(t)·Q_l(t) + O(t^D), where U_l(t) =
 * Π_{l'} (t + f_l' − f_l)^D over the other products, twice over those of the same group. C_l is
 * among the first D coefficients of P_l·Q_l, so of g/U_l.
 *
 * <p>p = m = n = 1 is CSA: R = (ℓ + 1)Kc − 1, and D = 1 makes U_l one number. ℓ = 1 has the R of
 * Lagrange coding, 2L − 1; a smaller Kc takes R down to L. L = 1 is the entangled code. Per worker:
 * storage ℓ/(L·pm) of the left operands and ℓ/(L·pn) of the right ones, work ℓ/(L·pmn).
 *
 * <p>With T colluders, each sum over a group gets Σ_{x&lt;T} Z_(g,x) α^x, noise of its own. Then g
 * has degree below pmn(L + Kc) + 2T − 1 = R. Private because the groups' noise is independent, and
 * the noise columns of a group are a Vandermonde matrix times the non-zero Δ_g(α_i) or M(α_i).
 *
 * <p>Points: f = 0, …, L − 1 and α = L, …, L + N − 1 over GF(p); over the reals α are the zeros of
 * the Chebyshev polynomial T_N, and f an even choice of its extrema.
 *
 * <p>Source: Jia and Jafar, Cross subspace alignment codes for coded distributed batch computation,
 * 2021, theorems 1 and 2; groups smaller than Kc, and the noise for p, m, n &gt; 1, by the same
 * count.
 */
public final class GcsaCode extends EvaluationCode implements ProductCode {

  private final GcsaParameters parameters;
  private final EntangledExponents exponents;
  private final int order;

  /** The code with these parameters. */
  public GcsaCode(GcsaParameters parameters) {
    this.parameters = parameters;
    this.exponents = new EntangledExponents(parameters.grid().partition());
    this.order = (int) parameters.grid().partition().blockProducts();
  }

  @Override
  public GcsaParameters parameters() {
    return parameters;
  }

  @Override
  public int batch() {
    return parameters.grid().batch();
  }

  @Override
  public Partition partition() {
    return parameters.grid().partition();
  }

  @Override
  public int blocksPerShare() {
    return parameters.groups();
  }

  /** f_0, …, f_(L−1); a new array. */
  public double[] poles(Field field) {
    return field.exact()
        ? Points.consecutive(field, 0, batch())
        : Points.interlaced(batch(), parameters.workers());
  }

  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    return field.exact() ? Points.consecutive(field, batch(), workers) : Points.chebyshev(workers);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    int groups = parameters.groups();
    int data = grid().blocks(operand);
    int noise = groups * parameters.colluders();
    Matrix rows = Matrix.zeros(points.length * groups, data + noise);
    for (int i = 0; i < points.length; i++) {
      Distances distances = new Distances(field, points[i]);
      for (int product = 0; product < batch(); product++) {
        Matrix row = rows.block(i * groups + group(product), 0, 1, data + noise);
        writeData(operand, row, product, distances);
      }
      for (int group = 0; group < groups; group++) {
        writeNoise(operand, rows.block(i * groups + group, data, 1, noise), group, distances);
      }
    }
    return new Encoding(data, noise, groups, rows);
  }

  /** The coefficients of the blocks of one product, Π (f_l' − α)^D · (f_l − α)^exponent. */
  private void writeData(int operand, Matrix row, int product, Distances distances) {
    int[] powers = operand == 0 ? exponents.left() : exponents.right();
    double others = distances.others(operand, product);
    for (int block = 0; block < powers.length; block++) {
      double power = distances.field.power(distances.toPole[product], powers[block]);
      int column = product * powers.length + block;
      row.set(0, column, distances.field.multiply(others, power));
    }
  }

  /** The coefficients Δ_g(α)·α^x or M(α)·α^x in the noise columns of one group. */
  private void writeNoise(int operand, Matrix row, int group, Distances distances) {
    int colluders = parameters.colluders();
    double term = distances.whole(operand, group);
    for (int x = 0; x < colluders; x++) {
      row.set(0, group * colluders + x, term);
      term = distances.field.multiply(term, distances.point);
    }
  }

  private int group(int product) {
    return product / parameters.groupSize();
  }

  /** The powers (f_l − α)^D for one α, and their products. */
  private final class Distances {

    private final Field field;
    private final double point;
    private final double[] toPole;
    private final double[] powers;
    private final double[] ofGroup;
    private double ofAll = 1;

    Distances(Field field, double point) {
      this.field = field;
      this.point = point;
      this.toPole = poles(field);
      this.powers = new double[toPole.length];
      this.ofGroup = new double[parameters.groups()];
      Arrays.fill(ofGroup, 1);
      for (int l = 0; l < toPole.length; l++) {
        toPole[l] = field.subtract(toPole[l], point);
        powers[l] = field.power(toPole[l], order);
        ofGroup[group(l)] = field.multiply(ofGroup[group(l)], powers[l]);
        ofAll = field.multiply(ofAll, powers[l]);
      }
    }

    /** Δ_g for the left operand, M for the right one. */
    double whole(int operand, int group) {
      return operand == 0 ? ofGroup[group] : ofAll;
    }

    /** The same without the factor of one product. */
    double others(int operand, int product) {
      return field.divide(whole(operand, group(product)), powers[product]);
    }
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    int[] wanted = exponents.result();
    double[] weights = Barycentric.weights(field, points);
    Matrix rows = Matrix.zeros(grid().resultBlocks(), points.length);
    for (int product = 0; product < batch(); product++) {
      double pole = poles(field)[product];
      TruncatedSeries all = nodesOverNeighbours(field, points, product);
      for (int i = 0; i < points.length; i++) {
        TruncatedSeries series = all.copy();
        series.divide(field.subtract(pole, points[i]), -1);
        for (int block = 0; block < wanted.length; block++) {
          double coefficient = field.multiply(weights[i], series.term(wanted[block]));
          rows.set(product * wanted.length + block, i, coefficient);
        }
      }
    }
    return rows;
  }

  /** Π_i (x − α_i) / U_l as a series in t, at x = f_l − t. */
  private TruncatedSeries nodesOverNeighbours(Field field, double[] points, int product) {
    double[] poles = poles(field);
    TruncatedSeries series = TruncatedSeries.one(field, order);
    for (double point : points) {
      series.multiply(field.subtract(poles[product], point), -1);
    }
    for (int l = 0; l < poles.length; l++) {
      int times = l == product ? 0 : group(l) == group(product) ? 2 * order : order;
      for (int k = 0; k < times; k++) {
        series.divide(field.subtract(poles[l], poles[product]), 1);
      }
    }
    return series;
  }
}
