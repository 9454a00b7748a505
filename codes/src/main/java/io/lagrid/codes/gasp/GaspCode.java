package io.lagrid.codes.gasp;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.SpanCode;
import io.lagrid.codes.minors.MinorVerdict;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The gap additive secure polynomial code (GASP) for one private product C = A·B, A cut by rows and
 * B by columns. Worker i multiplies the values at α_i of
 *
 * <pre>
 * pA(x) = Σ_k A[k] x^(a_k) + Σ_t Z_t x^(a_(m+t)),   pB(x) = Σ_l B[l] x^(b_l) + Σ_t Y_t x^(b_(n+t)).
 * </pre>
 *
 * <p>The exponents are those of a {@link DegreeTable}: C[k][l] is the coefficient of x^(a_k + b_l),
 * where no other term falls, and the terms with noise share as few exponents as possible. R is the
 * number of distinct sums a + b: for m = n = 3 it is 15 at T = 1, and 18 at T = 2, where Lagrange
 * coding has 19 and 21. Per worker: storage 1/m of A and 1/n of B, work 1/(mn) of the product,
 * answer 1/(mn) of C.
 *
 * <p><b>Any R answers</b> decode only if the R×R matrix of their powers x^e, e over the sums, is
 * invertible, which distinct points do not make it where the sums have gaps; and T colluders are
 * blind only if that holds for the noise exponents. So the points are drawn at random, checked, and
 * drawn again if need be ({@link GaspPoints}). All sets of T workers are checked while there are at
 * most {@link io.lagrid.codes.minors.MinorCheck#EXHAUSTIVE}, and beyond that the points prove that
 * they are blind. All sets of R workers are checked up to the same number, beyond that samples:
 * {@link #decodability} tells which. A set of answers that was not checked and is singular, about
 * one in p, is not decoded; the decoder waits for one more.
 *
 * <p>Liars are not located: the answers are no Reed–Solomon word of dimension R. Verify them.
 *
 * <p>Source: D'Oliveira, El Rouayheb and Karpuk, GASP codes for secure distributed matrix
 * multiplication, 2020. Immutable and thread-safe.
 */
public final class GaspCode extends SpanCode implements ProductCode {

  private final GaspParameters parameters;
  private final Function<Field, GaspPoints> choice;
  private final Map<Field, GaspPoints> tables = new ConcurrentHashMap<>();

  /** The code with these parameters. */
  public GaspCode(GaspParameters parameters) {
    this(parameters, field -> GaspPoints.choose(parameters, field));
  }

  /** The code at points that the caller chooses, and answers for. */
  GaspCode(GaspParameters parameters, Function<Field, GaspPoints> choice) {
    this.parameters = parameters;
    this.choice = choice;
  }

  @Override
  public GaspParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the field is too small for points that pass the checks
   */
  @Override
  public Encoding encoding(int operand, Field field) {
    Objects.checkIndex(operand, 2);
    return points(field).encodings().get(operand);
  }

  /** What is known of the sets of R answers over a field: whether all were checked. */
  public MinorVerdict decodability(Field field) {
    return points(field).decodability();
  }

  /** Points and tables, chosen once per field. */
  GaspPoints points(Field field) {
    return tables.computeIfAbsent(
        field,
        key -> {
          PrivacyCheck.requireNoise(parameters, key);
          return choice.apply(key);
        });
  }

  @Override
  protected Matrix rows(Field field) {
    return points(field).powers();
  }

  /** D with D·V = the unit rows of the data sums, from Vᵀ·Dᵀ = their transpose. */
  @Override
  protected Matrix decodeRows(Field field, Matrix powers) {
    Matrix units = Matrix.zeros(powers.columns(), grid().resultBlocks());
    for (int block = 0; block < units.columns(); block++) {
      units.set(sumOf(block), block, 1);
    }
    return LinearSystems.solve(field, powers.transpose(), units).transpose();
  }

  /** The sum of exponents at which a result block is: also its index among all sums. */
  private int sumOf(int resultBlock) {
    int m = partition().m();
    int n = partition().n();
    int row = resultBlock / n;
    int column = resultBlock % n;
    return parameters.transposed() ? column + n * row : row + m * column;
  }
}
