package io.lagrid.engine.polynomial;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests the degree that a map declares. On a random line P + t·Q, f(P + t·Q) is a polynomial of t
 * whose degree is that of f, but for a probability of at most deg f/p (Schwartz 1980, Zippel 1979).
 * So with values at t = 0, 1, …, the differences of order deg f + 1 vanish, and those of order deg
 * f do not.
 *
 * <p>Thread-safe: no state but its fields.
 *
 * @param field a large prime field
 * @param kernels what multiplies
 */
public record DegreeTest(PrimeField field, Kernels kernels) {

  /** How much further than declared to look for the true degree, so as to name it. */
  private static final int BEYOND = 4;

  /** Whether a map has to be tested: those of this package are known. */
  public static boolean needed(PolynomialMap map) {
    return !(map instanceof Elementwise
        || map instanceof Gram
        || map instanceof MatrixPower
        || map instanceof MatrixProduct
        || map instanceof EntryProduct
        || map instanceof LinearGradient);
  }

  /**
   * Insists that both declared degrees are the true ones.
   *
   * @param shapes the shapes of the operands to test with
   * @throws IllegalArgumentException if one is wrong, or the map gives something else than it
   *     announces; the message says what was found
   */
  public void require(PolynomialMap map, List<BlockShape> shapes, Randomness random) {
    check(map, shapes, random, true, map.degree());
    boolean hasCommon = false;
    for (int operand = 0; operand < map.operands(); operand++) {
      hasCommon |= map.common(operand);
    }
    if (hasCommon) {
      check(map, shapes, random, false, map.degreeOfCut());
    }
  }

  private void check(
      PolynomialMap map,
      List<BlockShape> shapes,
      Randomness random,
      boolean movesCommon,
      int declared) {
    List<Matrix> starts = shapes.stream().map(shape -> random(shape, random)).toList();
    List<Matrix> steps = new ArrayList<>();
    for (int operand = 0; operand < shapes.size(); operand++) {
      BlockShape shape = shapes.get(operand);
      boolean moves = movesCommon || !map.common(operand);
      steps.add(moves ? random(shape, random) : Matrix.zeros(shape.rows(), shape.columns()));
    }
    List<Matrix> values = values(map, starts, steps, declared + 2);
    int found = degree(values);
    if (found > declared) {
      found = degree(values(map, starts, steps, declared + 2 + BEYOND));
    }
    if (found != declared) {
      String what = found > declared + BEYOND ? "more than " + (declared + BEYOND) : "" + found;
      throw new IllegalArgumentException(
          "%s declares degree %d%s, but at random points over %s its degree is %s"
              .formatted(
                  map.name(),
                  declared,
                  movesCommon ? "" : " without its common operands",
                  field,
                  what));
    }
  }

  private List<Matrix> values(
      PolynomialMap map, List<Matrix> starts, List<Matrix> steps, int count) {
    BlockAlgebra algebra = new BlockAlgebra(field, kernels, Cancellation.never());
    List<Matrix> points = starts;
    List<Matrix> values = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      values.add(checked(map, points, algebra));
      List<Matrix> next = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        next.add(algebra.add(points.get(i), steps.get(i)));
      }
      points = next;
    }
    return values;
  }

  private Matrix checked(PolynomialMap map, List<Matrix> operands, BlockAlgebra algebra) {
    Matrix value = value(map, operands, algebra);
    for (double entry : value.toArray()) {
      if (!field.contains(entry)) {
        throw new IllegalArgumentException(
            "%s gives %s, which is no element of %s in balanced form"
                .formatted(map.name(), entry, field));
      }
    }
    return value;
  }

  /**
   * A user's map at a point.
   *
   * @throws IllegalArgumentException if it throws something, or gives nothing or something of
   *     another shape than it announces
   */
  static Matrix value(PolynomialMap map, List<Matrix> operands, BlockAlgebra algebra) {
    List<BlockShape> shapes =
        operands.stream().map(m -> new BlockShape(m.rows(), m.columns())).toList();
    Matrix value;
    try {
      value = map.apply(operands, algebra);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s throws %s for operands of %s over %s"
              .formatted(map.name(), e, shapes, algebra.field()),
          e);
    }
    BlockShape shape = map.shape(shapes);
    if (value == null || value.rows() != shape.rows() || value.columns() != shape.columns()) {
      throw new IllegalArgumentException(
          "%s announces a value of %s, but gives %s"
              .formatted(map.name(), shape, value == null ? "null" : value.shape()));
    }
    return value;
  }

  /** The largest order of differences that do not all vanish. */
  private int degree(List<Matrix> values) {
    BlockAlgebra algebra = new BlockAlgebra(field, kernels, Cancellation.never());
    List<Matrix> differences = values;
    int degree = 0;
    for (int order = 1; order < values.size(); order++) {
      List<Matrix> next = new ArrayList<>();
      for (int i = 1; i < differences.size(); i++) {
        next.add(algebra.subtract(differences.get(i), differences.get(i - 1)));
      }
      differences = next;
      degree = differences.stream().allMatch(DegreeTest::vanishes) ? degree : order;
    }
    return degree;
  }

  private static boolean vanishes(Matrix matrix) {
    for (double entry : matrix.toArray()) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }

  private Matrix random(BlockShape shape, Randomness random) {
    Matrix matrix = Matrix.zeros(shape.rows(), shape.columns());
    random.fill(field, matrix.data(), 0, matrix.data().length);
    return matrix;
  }
}
