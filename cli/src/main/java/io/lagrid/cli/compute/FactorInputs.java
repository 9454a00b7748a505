package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import java.util.ArrayList;
import java.util.List;

/** From two operands as they were read to a product. */
public final class FactorInputs {

  private FactorInputs() {}

  /**
   * A product, by NumPy's rules for matrices and vectors: a vector on the left is one row, on the
   * right one column, and that axis is missing from the result; if either operand holds doubles,
   * both do. Sparse matrices are multiplied as such by matrices and vectors, and as dense ones by
   * stacks of matrices.
   *
   * @param factors two
   * @param real whether integers are to be computed with as doubles
   * @throws BadInputException if they do not fit
   */
  public static Prepared of(List<Factor> factors, boolean real) {
    for (Factor factor : factors) {
      if (factor.rank() == 0) {
        throw factor.dense().bad("shape (); legal are vectors, matrices and stacks of matrices");
      }
    }
    return factors.stream().allMatch(factor -> factor.rank() <= 2)
        ? product(factors.get(0), factors.get(1), real)
        : TensorInputs.product(factors.stream().map(Factor::dense).toList(), real);
  }

  private static MatrixInputs product(Factor a, Factor b, boolean real) {
    boolean doubles = real || a.real() || b.real();
    Operand left = operand(a, doubles, true);
    Operand right = operand(b, doubles, false);
    if (left.columns() != right.rows()) {
      throw new BadInputException(
          "cannot multiply %s of shape %s by %s of shape %s: %d columns against %d rows"
              .formatted(a.file(), a.shape(), b.file(), b.shape(), left.columns(), right.rows()));
    }
    List<Integer> sides = new ArrayList<>();
    if (a.rank() == 2) {
      sides.add(left.rows());
    }
    if (b.rank() == 2) {
      sides.add(right.columns());
    }
    return new MatrixInputs(left, right, new Shape(sides));
  }

  /** A vector is one row on the left and one column on the right. */
  private static Operand operand(Factor factor, boolean doubles, boolean left) {
    if (factor instanceof Factor.Sparse sparse) {
      return sparse.alike(doubles);
    }
    NamedArray array = NamedArray.alike(List.of(factor.dense()), doubles).get(0);
    int first = array.shape().side(0);
    return array.matrix(factor.rank() == 1 && left ? 1 : first);
  }
}
