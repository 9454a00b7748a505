package io.lagrid.codes.rateless;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.SpanCode;
import io.lagrid.codes.minors.EchelonRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The LT code for C = A·B with a tall A: every worker gets the sum of a random set of the m row
 * blocks of A, and the whole of B. The size of each set is drawn from the {@link RobustSoliton}
 * distribution; each member is the least used of {@value #CANDIDATES} drawn uniformly, since with
 * few blocks a uniform choice leaves some in too few sets.
 *
 * <p>The result can be had as soon as the 0/1 rows of the answers have rank m: after m answers and
 * a few more, whoever they come from. It is made for work in many small pieces, of which slow
 * workers do few and fast ones many; a worker here is then one piece. Nothing is certain before all
 * N answers are there, so that it promises to tolerate nobody; m of the sets are triangular, so
 * that all N always suffice. Per worker: storage 1/m of A and all of B, work 1/m of the product.
 *
 * <p>The sets are the same for the same N and m. Rank is decided by elimination rather than by
 * peeling, which needs fewer answers; its matrices have m rows. Over the reals it is decided modulo
 * a prime: rows of integers that are independent there are so everywhere.
 *
 * <p>Source: Luby, LT codes, 2002; Mallick, Chaudhari, Sheth, Palanikumar and Joshi, Rateless codes
 * for near-perfect load balancing in distributed matrix-vector multiplication, 2019.
 *
 * <p>Immutable and thread-safe.
 */
public final class LtCode extends SpanCode implements ProductCode {

  private static final long SEED = 0x4c54;
  private static final int CANDIDATES = 4;

  private final LtParameters parameters;
  private final List<Encoding> encodings;

  /** The code with these parameters. */
  public LtCode(LtParameters parameters) {
    this.parameters = parameters;
    double[] ones = new double[parameters.workers()];
    Arrays.fill(ones, 1);
    this.encodings =
        List.of(
            new Encoding(parameters.rowBlocks(), 0, rows(parameters)),
            new Encoding(1, 0, Matrix.of(ones.length, 1, ones)));
  }

  private static Matrix rows(LtParameters parameters) {
    Randomness randomness =
        Randomness.insecure(SEED + parameters.workers() * 1_000_003L + parameters.rowBlocks());
    RobustSoliton degrees = new RobustSoliton(parameters.rowBlocks());
    List<Integer> places = new ArrayList<>();
    for (int worker = 0; worker < parameters.workers(); worker++) {
      places.add(worker);
    }
    for (int i = places.size() - 1; i > 0; i--) {
      Collections.swap(places, i, randomness.nextInt(i + 1));
    }
    Matrix rows = Matrix.zeros(parameters.workers(), parameters.rowBlocks());
    int[] uses = new int[parameters.rowBlocks()];
    for (int i = 0; i < places.size(); i++) {
      boolean triangular = i < parameters.rowBlocks();
      int choice = triangular ? i : parameters.rowBlocks();
      if (triangular) {
        rows.set(places.get(i), i, 1);
        uses[i]++;
      }
      int further = Math.min(choice, degrees.draw(randomness) - (triangular ? 1 : 0));
      for (int k = 0; k < further; k++) {
        int member = member(EchelonRows.row(rows, places.get(i)), uses, choice, randomness);
        rows.set(places.get(i), member, 1);
        uses[member]++;
      }
    }
    return rows;
  }

  /** Of a few blocks below a bound that are not in the set, the one in the fewest other sets. */
  private static int member(double[] set, int[] uses, int bound, Randomness randomness) {
    int best = -1;
    for (int candidate = 0; candidate < CANDIDATES || best < 0; candidate++) {
      int drawn = randomness.nextInt(bound);
      if (set[drawn] == 0 && (best < 0 || uses[drawn] < uses[best])) {
        best = drawn;
      }
    }
    return best;
  }

  @Override
  public LtParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  @Override
  public Encoding.Weight weight(int operand) {
    return encodings.get(operand).weight();
  }

  @Override
  public Encoding encoding(int operand, Field field) {
    Objects.checkIndex(operand, 2);
    return encodings.get(operand); // zeros and ones: the same in every field
  }

  /** Which row blocks each worker's sum is of: 0 or 1. */
  @Override
  protected Matrix rows(Field field) {
    return encodings.get(0).coefficients();
  }

  @Override
  protected Matrix decodeRows(Field field, Matrix rows) {
    return LinearSystems.inverse(field, rows);
  }
}
