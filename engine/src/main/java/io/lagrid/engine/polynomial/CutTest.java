package io.lagrid.engine.polynomial;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests what else a map promises, at random points: that it may be cut as {@link
 * PolynomialMap#cut()} says, and that {@link PolynomialMap#bound} bounds. Laws of polynomials that
 * fail anywhere hold at a random point of the field with a probability of at most deg f/p (Schwartz
 * 1980, Zippel 1979); the bound is tried at corners of some of the boxes it is for (entries up to
 * 1, up to 1024, and one operand's up to 1024 beside 1), where a wrong one may pass.
 *
 * <p>Confined to one thread.
 *
 * @param field a large prime field
 * @param kernels what multiplies
 * @param random where points are drawn from
 */
public record CutTest(PrimeField field, Kernels kernels, Randomness random) {

  private static final int TOGETHER = 3;
  private static final int CORNERS = 4;
  private static final double LARGE = 1024;

  /**
   * Insists on both.
   *
   * @param smallest the shapes of the smallest blocks of the operands: one entry, one row, or one
   *     point
   * @throws IllegalArgumentException if the map does not do what it says; the message says what was
   *     found
   */
  public void require(PolynomialMap map, List<BlockShape> smallest) {
    List<BlockShape> together =
        switch (map.cut()) {
          case ENTRIES -> smallest.stream().map(one -> new BlockShape(1, TOGETHER)).toList();
          case ROWS -> rows(map, smallest, TOGETHER);
          case WHOLE -> smallest;
        };
    switch (map.cut()) {
      case ENTRIES -> requireEntries(map, together);
      case ROWS -> requireRows(map, smallest, together);
      case WHOLE -> {}
    }
    requireBound(map, together);
  }

  private static List<BlockShape> rows(PolynomialMap map, List<BlockShape> one, int rows) {
    List<BlockShape> shapes = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      shapes.add(map.common(i) ? one.get(i) : new BlockShape(rows, one.get(i).columns()));
    }
    return shapes;
  }

  private void requireEntries(PolynomialMap map, List<BlockShape> shapes) {
    List<Matrix> operands = shapes.stream().map(this::draw).toList();
    Matrix whole = apply(map, operands);
    for (int j = 0; j < TOGETHER; j++) {
      int column = j;
      Matrix one = apply(map, operands.stream().map(x -> x.block(0, column, 1, 1)).toList());
      if (whole.get(0, j) != one.get(0, 0)) {
        throw refused(map, "acts entry by entry", "an entry's value depends on its neighbours");
      }
    }
  }

  private void requireRows(
      PolynomialMap map, List<BlockShape> smallest, List<BlockShape> together) {
    List<Matrix> operands = together.stream().map(this::draw).toList();
    Matrix whole = apply(map, operands);
    Matrix first = apply(map, part(map, operands, 0, 1));
    Matrix others = apply(map, part(map, operands, 1, TOGETHER - 1));
    if (!first.shape().equals(whole.shape()) || !others.shape().equals(whole.shape())) {
      throw refused(map, "is a sum over groups of rows", "its shape depends on their number");
    }
    BlockAlgebra algebra = algebra();
    if (!Arrays.equals(algebra.add(first, others).toArray(), whole.toArray())) {
      throw refused(map, "is a sum over groups of rows", "the values of groups add up differently");
    }
    List<Matrix> zeros = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      BlockShape one = smallest.get(i);
      zeros.add(map.common(i) ? operands.get(i) : Matrix.zeros(one.rows(), one.columns()));
    }
    if (Arrays.stream(apply(map, zeros).toArray()).anyMatch(entry -> entry != 0)) {
      throw refused(map, "adds nothing for rows of zeros", "it adds something");
    }
  }

  private static List<Matrix> part(PolynomialMap map, List<Matrix> all, int from, int rows) {
    List<Matrix> part = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Matrix one = all.get(i);
      part.add(map.common(i) ? one : one.block(from, 0, rows, one.columns()).copy());
    }
    return part;
  }

  private void requireBound(PolynomialMap map, List<BlockShape> shapes) {
    double[] all = new double[shapes.size()];
    Arrays.fill(all, 1);
    requireBound(map, shapes, all);
    for (int operand = 0; operand < all.length; operand++) {
      double[] one = new double[all.length];
      Arrays.fill(one, 1);
      one[operand] = LARGE;
      requireBound(map, shapes, one);
    }
    Arrays.fill(all, LARGE);
    requireBound(map, shapes, all);
  }

  private void requireBound(PolynomialMap map, List<BlockShape> shapes, double[] largest) {
    BlockAlgebra reals = new BlockAlgebra(RealField.instance(), kernels, Cancellation.never());
    double bound = map.bound(largest.clone(), shapes) * (1 + 0x1p-20);
    for (int corner = 0; corner < CORNERS; corner++) {
      List<Matrix> operands = new ArrayList<>();
      for (int i = 0; i < largest.length; i++) {
        operands.add(corner(shapes.get(i), largest[i], corner == 0));
      }
      for (double entry : DegreeTest.value(map, operands, reals).toArray()) {
        if (!(Math.abs(entry) <= bound)) {
          throw refused(
              map,
              "stays below %s for entries up to %s".formatted(bound, Arrays.toString(largest)),
              "" + entry);
        }
      }
    }
  }

  private Matrix corner(BlockShape shape, double magnitude, boolean positive) {
    double[] entries = new double[Math.multiplyExact(shape.rows(), shape.columns())];
    Arrays.setAll(entries, i -> positive || random.nextInt(2) == 0 ? magnitude : -magnitude);
    return Matrix.of(shape.rows(), shape.columns(), entries);
  }

  private Matrix draw(BlockShape shape) {
    double[] entries = new double[Math.multiplyExact(shape.rows(), shape.columns())];
    random.fill(field, entries, 0, entries.length);
    return Matrix.of(shape.rows(), shape.columns(), entries);
  }

  private Matrix apply(PolynomialMap map, List<Matrix> operands) {
    return DegreeTest.value(map, operands, algebra());
  }

  private BlockAlgebra algebra() {
    return new BlockAlgebra(field, kernels, Cancellation.never());
  }

  private static IllegalArgumentException refused(PolynomialMap map, String says, String found) {
    return new IllegalArgumentException(
        "%s says that it %s, but at a random point it does not: %s"
            .formatted(map.name(), says, found));
  }
}
