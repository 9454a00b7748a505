package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ProductInputs;
import java.util.ArrayList;
import java.util.List;

/** From two operands as they were read to a product. */
public final class FactorInputs {

  private FactorInputs() {}

  /**
   * A product. Sparse matrices are multiplied as such by matrices and vectors, and as dense ones by
   * anything else.
   *
   * @param factors two
   * @param real whether integers are to be computed with as doubles
   * @throws BadInputException if they do not fit
   */
  public static Prepared of(List<Factor> factors, boolean real) {
    boolean sparse = factors.stream().anyMatch(Factor.Sparse.class::isInstance);
    boolean flat = factors.stream().allMatch(factor -> rank(factor) == 1 || rank(factor) == 2);
    return sparse && flat
        ? new MatrixInputs(product(factors.get(0), factors.get(1), real))
        : MatrixInputs.of(factors.stream().map(Factor::dense).toList(), real);
  }

  private static ProductInputs product(Factor a, Factor b, boolean real) {
    boolean doubles = real || a.real() || b.real();
    Operand left = operand(a, doubles, true);
    Operand right = operand(b, doubles, false);
    if (left.columns() != right.rows()) {
      throw new BadInputException(
          "cannot multiply %s of %s by %s of %s: %d columns against %d rows"
              .formatted(
                  a.file(), left.shape(), b.file(), right.shape(), left.columns(), right.rows()));
    }
    List<Integer> sides = new ArrayList<>();
    if (rank(a) == 2) {
      sides.add(left.rows());
    }
    if (rank(b) == 2) {
      sides.add(right.columns());
    }
    return new ProductInputs(left, right, new Shape(sides));
  }

  /** A vector is one row on the left and one column on the right. */
  private static Operand operand(Factor factor, boolean doubles, boolean left) {
    if (factor instanceof Factor.Sparse sparse) {
      return sparse.alike(doubles);
    }
    NamedArray array = NamedArray.alike(List.of(factor.dense()), doubles).get(0);
    int first = array.shape().side(0);
    return array.matrix(rank(factor) == 1 && left ? 1 : first);
  }

  private static int rank(Factor factor) {
    return factor instanceof Factor.Dense dense ? dense.dense().shape().rank() : 2;
  }
}
