package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Arrays;
import java.util.List;

/**
 * The linear map from the values of a polynomial u of degree below K at K points of a coset aH_n to
 * its values at points of a coset bH_m, by two transforms for each entry of a block, O((n + m)·log
 * (n + m)), where the matrix costs K times the number of targets.
 *
 * <p>Let E be the polynomial whose zeros are the points of aH_n that are not among the K. Then E·u
 * has degree below n, and its values at all of aH_n are known: those of u times those of E, and
 * zero. A transform gives its coefficients, another its values at bH_m, and division by E's values
 * there gives u. E is the product of its linear factors, taken in pairs, pairs of pairs and so on
 * by fast products, and evaluated by transforms: O(n log² n).
 *
 * <p>Immutable and thread-safe.
 */
public final class PointTransfer {

  private static final int WORKING_SET = 1 << 17;
  private static final int NARROWEST = 64;
  private static final int WIDEST = 256;

  private final PrimeField field;
  private final int[] from;
  private final int[] to;
  private final double[] fromFactors;
  private final double[] toFactors;
  private final double[] twist;
  private final RowTransform backward;
  private final RowTransform forward;

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
      int[] numbers = new int[count];
      Arrays.setAll(numbers, i -> i);
      return new Chosen(coset, numbers);
    }
  }

  /**
   * The map from values at some points to values at others; no target may be a zero of E.
   *
   * @param source K distinct points; not modified
   * @param target points of a coset that does not meet the source's; not modified
   * @param kernel for the set-up
   * @throws ArithmeticException if the cosets meet at a target
   */
  public PointTransfer(Chosen source, Chosen target, TransformKernel kernel) {
    Coset a = source.coset;
    Coset b = target.coset;
    this.field = a.field();
    this.from = source.numbers.clone();
    this.to = target.numbers.clone();
    this.backward = new RowTransform(field, a.log(), field.inverse(a.root()));
    this.forward = new RowTransform(field, b.log(), b.root());
    Locator locator = Locator.ofMissing(a, from, kernel);
    this.fromFactors = pick(locator.at(a), from);
    this.toFactors = pick(locator.at(b), to);
    Arrays.setAll(toFactors, i -> field.inverse(toFactors[i]));
    this.twist = twist(a, b);
  }

  private static double[] pick(double[] values, int[] numbers) {
    double[] picked = new double[numbers.length];
    Arrays.setAll(picked, i -> values[numbers[i]]);
    return picked;
  }

  /** (b/a)^k/n. */
  private double[] twist(Coset a, Coset b) {
    double[] factors = new double[a.size()];
    double ratio = field.divide(b.shift(), a.shift());
    double factor = field.inverse(field.of((long) a.size()));
    for (int k = 0; k < factors.length; k++) {
      factors[k] = factor;
      factor = field.multiply(factor, ratio);
    }
    return factors;
  }

  /** K, how many values it takes. */
  public int sources() {
    return from.length;
  }

  /** How many values it gives. */
  public int targets() {
    return to.length;
  }

  /**
   * Applies the map to blocks, entry by entry.
   *
   * @param sources K matrices of one shape, canonical; not modified
   * @param targets matrices of that shape; overwritten
   * @param kernel does the work
   * @throws IllegalArgumentException if the numbers do not fit
   */
  public void apply(
      List<Matrix> sources,
      List<Matrix> targets,
      TransformKernel kernel,
      Cancellation cancellation) {
    if (sources.size() != from.length || targets.size() != to.length) {
      throw new IllegalArgumentException(
          "a map from %d to %d values was given %d and %d blocks"
              .formatted(from.length, to.length, sources.size(), targets.size()));
    }
    List<Matrix> flat = sources.stream().map(PointTransfer::contiguous).toList();
    Matrix model = targets.get(0);
    int entries = model.rows() * model.columns();
    int width = width(entries);
    double[][] x = new double[backward.size()][width];
    double[][] y = new double[forward.size()][width];
    for (int first = 0; first < entries; first += width) {
      cancellation.check();
      int count = Math.min(width, entries - first);
      read(flat, first, count, x, kernel);
      backward.apply(x, kernel);
      turn(x, y, kernel);
      forward.apply(y, kernel);
      for (int j = 0; j < to.length; j++) {
        double[] row = y[forward.place(to[j])];
        kernel.scale(row, toFactors[j], row, field.modulus());
        write(row, targets.get(j), first, count);
      }
    }
  }

  /** So many entries of every block at a time that the rows stay in the second-level cache. */
  private int width(int entries) {
    int room = WORKING_SET / (backward.size() + forward.size());
    int width = Math.max(NARROWEST, Math.min(WIDEST, room / NARROWEST * NARROWEST));
    return Math.min(Math.max(1, entries), width);
  }

  private static Matrix contiguous(Matrix matrix) {
    return matrix.contiguous() ? matrix : matrix.copy();
  }

  private void read(
      List<Matrix> sources, int first, int count, double[][] x, TransformKernel kernel) {
    for (double[] row : x) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < from.length; i++) {
      Matrix source = sources.get(i);
      double[] row = x[from[i]];
      System.arraycopy(source.data(), source.offset() + first, row, 0, count);
      kernel.scale(row, fromFactors[i], row, field.modulus());
    }
  }

  /** From coefficients on one coset to coefficients on the other, folded to its size. */
  private void turn(double[][] x, double[][] y, TransformKernel kernel) {
    int n = x.length;
    int m = y.length;
    for (int k = 0; k < m; k++) {
      double[] row = y[k];
      if (k >= n) {
        Arrays.fill(row, 0);
        continue;
      }
      kernel.scale(x[backward.place(k)], twist[k], row, field.modulus());
      for (int more = k + m; more < n; more += m) {
        double[] other = x[backward.place(more)];
        kernel.scale(other, twist[more], other, field.modulus());
        add(other, row);
      }
    }
  }

  private void add(double[] row, double[] target) {
    double p = field.modulus();
    double inverse = 1 / p;
    for (int i = 0; i < row.length; i++) {
      double sum = row[i] + target[i];
      double q = sum * inverse + PrimeField.ROUNDING - PrimeField.ROUNDING;
      target[i] = Math.fma(-p, q, sum);
    }
  }

  private static void write(double[] row, Matrix target, int first, int count) {
    for (int i = 0; i < count; i++) {
      row[i] += 0.0; // no negative zeros
    }
    if (target.contiguous()) {
      System.arraycopy(row, 0, target.data(), target.offset() + first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      int entry = first + i;
      target.set(entry / target.columns(), entry % target.columns(), row[i]);
    }
  }
}
