package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.CosetTable;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear map between values of a polynomial u at points of cosets, or its coefficients, by
 * transforms of O(n log n) for each entry of a block, where the matrix costs the number of sources
 * times the number of targets.
 *
 * <p>Let u have degree below K and be known at K points of a coset aH_n, and E be the polynomial
 * whose zeros are the other points of aH_n. Then E·u has degree below n, and its values at all of
 * aH_n are known: those of u times those of E, and zero. A transform gives its coefficients.
 *
 * <ul>
 *   <li>Values at another coset bH_m are those of E·u divided by those of E. For m &lt; n, aH_n
 *       falls into cosets c_sH_m on which E·u has the remainders v_s, and its remainder modulo x^m
 *       − b^m is Σ_s λ_s·v_s with λ_s the Lagrange coefficients from the c_s^m to b^m. So no
 *       transform is longer than m. For m &gt; n, bH_m falls into cosets of n points.
 *   <li>At z in aH_n itself where E is zero, u(z) = (E·u)'(z)/E'(z).
 *   <li>Coefficients of u are those of its values at another coset of n points.
 * </ul>
 *
 * <p>E is the product of its linear factors, taken in pairs, pairs of pairs and so on by fast
 * products, and evaluated by transforms: O(n log² n). Blocks are worked on in stripes of columns
 * that stay in the second-level cache. Immutable and thread-safe.
 */
public final class PointTransfer {

  private final PrimeField field;
  private final int sources;
  private final int[] copies;
  private final Way way;

  /** Points of a coset, by their numbers. Immutable. */
  public static final class Chosen {

    private final Coset coset;
    private final int[] numbers;

    /**
     * Points of these numbers.
     *
     * @param numbers distinct; copied
     */
    public Chosen(Coset coset, int[] numbers) {
      this.coset = coset;
      this.numbers = numbers.clone();
    }

    /** The first points. */
    public static Chosen first(Coset coset, int count) {
      return new Chosen(coset, IntStream.range(0, count).toArray());
    }

    /** The coset. */
    public Coset coset() {
      return coset;
    }

    private double[] pick(double[] values) {
      return Arrays.stream(numbers).mapToDouble(number -> values[number]).toArray();
    }
  }

  /**
   * A map.
   *
   * @param copies for every target the number of the source that it is, or −1
   */
  private PointTransfer(PrimeField field, int sources, int[] copies, Way way) {
    this.field = field;
    this.sources = sources;
    this.copies = copies;
    this.way = way;
  }

  private static int[] noCopies(int targets) {
    int[] copies = new int[targets];
    Arrays.fill(copies, -1);
    return copies;
  }

  /**
   * From values at some points to values at others, of the same coset or of one that does not meet
   * it.
   *
   * @param source K distinct points
   * @param kernel for the set-up
   * @throws ArithmeticException if cosets that are not the same meet at a target
   */
  public static PointTransfer between(Chosen source, Chosen target, TransformKernel kernel) {
    if (source.coset.equals(target.coset)) {
      return within(source, target.numbers, kernel);
    }
    PrimeField field = source.coset.field();
    Locator locator = Locator.ofMissing(source.coset, source.numbers, kernel);
    int size = Math.min(source.coset.size(), target.coset.size());
    double[] in = source.pick(locator.at(source.coset));
    double[] shares = shares(source.coset, size, target.coset.shift());
    for (int i = 0; i < in.length; i++) {
      in[i] = field.multiply(in[i], shares[source.numbers[i] % shares.length]);
    }
    double[] out = target.pick(locator.at(target.coset));
    Arrays.setAll(out, j -> field.inverse(out[j]));
    Way way =
        new Way(
            size,
            Piece.ofPoints(source.coset, size, source.numbers, in),
            Turn.none(),
            Piece.ofPoints(target.coset, size, target.numbers, out));
    return new PointTransfer(field, in.length, noCopies(out.length), way);
  }

  /**
   * λ_s/g: what the remainders modulo x^g − c_s^g, times g, contribute to that modulo x^g − b^g.
   * With y_s = c_s^g, z = b^g and S = n/g, λ_s = y_s·(z^S − a^n) / (S·a^n·(z − y_s)).
   */
  private static double[] shares(Coset coset, int size, double target) {
    PrimeField field = coset.field();
    int pieces = coset.size() / size;
    if (pieces == 1) {
      return new double[] {field.inverse(field.of((long) size))};
    }
    double[] shares = coset.points(pieces);
    double whole = field.power(coset.shift(), coset.size());
    double z = field.power(target, size);
    double top = field.subtract(field.power(z, pieces), whole);
    double scale = field.multiply(whole, field.of((long) coset.size()));
    for (int s = 0; s < pieces; s++) {
      double y = field.power(shares[s], size);
      double bottom = field.multiply(scale, field.subtract(z, y));
      shares[s] = field.divide(field.multiply(y, top), bottom);
    }
    return shares;
  }

  private static PointTransfer within(Chosen source, int[] targets, TransformKernel kernel) {
    Coset coset = source.coset;
    PrimeField field = coset.field();
    int[] owners = noCopies(coset.size());
    for (int i = 0; i < source.numbers.length; i++) {
      owners[source.numbers[i]] = i;
    }
    Locator locator = Locator.ofMissing(coset, source.numbers, kernel);
    double[] out = locator.timesDerivative().at(coset);
    Arrays.setAll(out, i -> owners[i] >= 0 ? 1 : field.inverse(out[i]));
    double[] exponents = new double[coset.size()];
    Arrays.setAll(exponents, k -> field.of((long) k));
    int[] copies = Arrays.stream(targets).map(number -> owners[number]).toArray();
    List<Piece> outlet =
        Piece.ofPoints(coset, coset.size(), targets, new Chosen(coset, targets).pick(out)).stream()
            .flatMap(piece -> piece.only(block -> copies[block] < 0).stream())
            .toList();
    Way way = new Way(coset.size(), interpolated(source, locator), Turn.scaled(exponents), outlet);
    return new PointTransfer(field, source.numbers.length, copies, way);
  }

  /** E·u from its values. */
  private static List<Piece> interpolated(Chosen source, Locator locator) {
    Coset coset = source.coset;
    double[] in = source.pick(locator.at(coset));
    double scale = coset.field().inverse(coset.field().of((long) coset.size()));
    Arrays.setAll(in, i -> coset.field().multiply(in[i], scale));
    return Piece.ofPoints(coset, coset.size(), source.numbers, in);
  }

  /**
   * From coefficients to values.
   *
   * @param exponents of the coefficients that are not zero, distinct and below the coset's size;
   *     not modified
   */
  public static PointTransfer fromCoefficients(int[] exponents, Chosen target) {
    PrimeField field = target.coset.field();
    int size = 1 << Coset.logFor(Arrays.stream(exponents).max().orElse(0) + 1);
    double[] ones = new double[target.numbers.length];
    Arrays.fill(ones, 1);
    Way way =
        new Way(
            size,
            List.of(Piece.ofCoefficients(size, exponents)),
            Turn.none(),
            Piece.ofPoints(target.coset, size, target.numbers, ones));
    return new PointTransfer(field, exponents.length, noCopies(ones.length), way);
  }

  /**
   * From values to coefficients. The field must have more elements than the coset and zero.
   *
   * @param source K distinct points
   * @param exponents of the coefficients wanted, below K; not modified
   * @param kernel for the set-up
   */
  public static PointTransfer toCoefficients(
      Chosen source, int[] exponents, TransformKernel kernel) {
    Coset coset = source.coset;
    PrimeField field = coset.field();
    Locator locator = Locator.ofMissing(coset, source.numbers, kernel);
    double shift = field.multiply(coset.shift(), Coset.outside(field, coset.log()));
    Coset other = new Coset(field, coset.log(), shift);
    CosetTable table = new CosetTable(field, other.log(), other.root(), shift);
    double[] values = locator.at(other);
    double[] factors = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double divisor = field.multiply(values[i], field.of((long) values.length));
      factors[table.place(i)] = field.inverse(divisor);
    }
    Way way =
        new Way(
            coset.size(),
            interpolated(source, locator),
            Turn.atCoset(table, factors),
            List.of(Piece.ofCoefficients(coset.size(), exponents)));
    return new PointTransfer(field, source.numbers.length, noCopies(exponents.length), way);
  }

  /** How many blocks it takes. */
  public int sources() {
    return sources;
  }

  /** How many blocks it gives. */
  public int targets() {
    return copies.length;
  }

  /**
   * Applies the map to blocks, entry by entry.
   *
   * @param from matrices of one shape, canonical; not modified
   * @param to matrices of that shape; overwritten
   * @param kernel does the work
   * @throws IllegalArgumentException if the numbers do not fit
   */
  public void apply(
      List<Matrix> from, List<Matrix> to, TransformKernel kernel, Cancellation cancellation) {
    if (from.size() != sources || to.size() != copies.length) {
      throw new IllegalArgumentException(
          "a map from %d to %d values was given %d and %d blocks"
              .formatted(sources, copies.length, from.size(), to.size()));
    }
    for (int j = 0; j < copies.length; j++) {
      if (copies[j] >= 0) {
        to.get(j).write(from.get(copies[j]));
      }
    }
    List<Matrix> flat =
        from.stream().map(block -> block.contiguous() ? block : block.copy()).toList();
    if (!way.outlet().isEmpty()) {
      way.apply(flat, to, field.modulus(), kernel.tiles(), cancellation);
    }
  }
}
