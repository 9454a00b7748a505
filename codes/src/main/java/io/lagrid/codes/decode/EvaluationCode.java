package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.decode.RecentMatrices.Responders;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A code whose answers are the values of one polynomial, of degree below the recovery threshold R,
 * at a point of each worker's own. So any R answers give the polynomial, and the answers are a word
 * of an [N, R] Reed–Solomon code, entry by entry (Reed and Solomon, Polynomial codes over certain
 * finite fields, 1960).
 *
 * <p>A subclass supplies the mathematics: points, encoding matrices, decode rows. This class keeps
 * the tables, checks the privacy condition on the points chosen, and makes the decoders. Immutable
 * and thread-safe.
 */
public abstract class EvaluationCode implements Code {

  private final Map<Field, Tables> tables = new ConcurrentHashMap<>();
  private final RecentMatrices<Responders> decodeMatrices = new RecentMatrices<>();

  /** What a code computes once per field. */
  private static final class Tables {
    private final double[] points;
    private final List<Encoding> encodings;

    private Tables(double[] points, List<Encoding> encodings) {
      this.points = points;
      this.encodings = encodings;
    }
  }

  /** How many operands the workers' function takes; two, unless a code says otherwise. */
  protected int operands() {
    return 2;
  }

  /**
   * The workers' points where they have no {@link #coset}, distinct, one per worker; the caller
   * keeps the array.
   *
   * @throws IllegalArgumentException if the field has too few elements
   */
  protected abstract double[] choosePoints(Field field);

  /**
   * The encoding matrix of one operand.
   *
   * @param points the workers' points; not modified
   */
  protected abstract Encoding encode(int operand, Field field, double[] points);

  /**
   * The map from R answers to the result blocks: one row per result block, one column per point.
   *
   * @param points the points of R workers that answered; not modified
   */
  protected abstract Matrix decodeRows(Field field, double[] points);

  /**
   * The coset whose first points are the workers' points, if there are {@link ManyWorkers}; that
   * makes the location of liars fast.
   */
  protected Optional<Coset> coset(Field field) {
    return Optional.empty();
  }

  /**
   * A faster form of {@link #decodeRows} for many workers, if there is one.
   *
   * @param answers the points of R workers that answered, in column order
   */
  protected Optional<PointTransfer> decodeTransfer(Chosen answers) {
    return Optional.empty();
  }

  @Override
  public final Encoding encoding(int operand, Field field) {
    Objects.checkIndex(operand, operands());
    return tables(field).encodings.get(operand);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if there are adversaries to locate and the arithmetic is
   *     real
   * @throws IllegalArgumentException if there are too few workers to locate that many, N &lt; R +
   *     2A
   */
  @Override
  public final Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    return new ThresholdDecoder(this, arithmetic, adversaries);
  }

  /** The evaluation point of each worker; a copy. */
  public final double[] points(Field field) {
    return tables(field).points.clone();
  }

  /** The decode matrix of R workers, given in column order; kept for the next round. */
  final Matrix decodeMatrix(Field field, List<Integer> workers) {
    return decodeMatrices.get(
        new Responders(field, workers), () -> decodeRows(field, pointsOf(field, workers)));
  }

  /** The fast form of that matrix, if there is one. */
  final Optional<PointTransfer> decodeTransfer(Field field, List<Integer> workers) {
    return coset(field).flatMap(coset -> decodeTransfer(new Chosen(coset, numbers(workers))));
  }

  private static int[] numbers(List<Integer> workers) {
    return workers.stream().mapToInt(worker -> worker).toArray();
  }

  /** A decoder of words with one element for each of these workers, in that order. */
  final WordDecoder wordDecoder(PrimeField field, List<Integer> workers) {
    int dimension = parameters().recoveryThreshold();
    return coset(field)
        .<WordDecoder>map(coset -> new CosetDecoder(coset, numbers(workers), dimension))
        .orElseGet(() -> new GaoDecoder(field, pointsOf(field, workers), dimension));
  }

  /** The points of the given workers, in that order. */
  final double[] pointsOf(Field field, List<Integer> workers) {
    double[] points = tables(field).points;
    return workers.stream().mapToDouble(worker -> points[worker]).toArray();
  }

  /**
   * Refuses a field over which the code does not keep what it promises; here the reals when there
   * are colluders.
   *
   * @throws UnsupportedOperationException if the field is refused
   */
  protected void checkField(Field field) {
    PrivacyCheck.requireNoise(parameters(), field);
  }

  private Tables tables(Field field) {
    return tables.computeIfAbsent(field, this::compute);
  }

  private Tables compute(Field field) {
    checkField(field);
    double[] points =
        coset(field)
            .map(coset -> coset.points(parameters().workers()))
            .orElseGet(() -> choosePoints(field));
    List<Encoding> encodings = new ArrayList<>();
    for (int operand = 0; operand < operands(); operand++) {
      Encoding encoding = encode(operand, field, points);
      if (field.exact() && parameters().colluders() > 0) {
        PrivacyCheck.require(encoding, field, parameters().colluders());
      }
      encodings.add(encoding);
    }
    return new Tables(points, List.copyOf(encodings));
  }
}
