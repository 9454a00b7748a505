package io.lagrid.engine.evaluate;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.polynomial.BlockAlgebra;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Maps as users write them. */
final class UserMaps {

  private UserMaps() {}

  /** det X of 3×3 matrices, by Sarrus' rule. */
  record Determinant(int degree) implements PolynomialMap {

    private static final int[][] TERMS = {
      {0, 1, 2, 1}, {1, 2, 0, 1}, {2, 0, 1, 1}, {2, 1, 0, -1}, {1, 0, 2, -1}, {0, 2, 1, -1}
    };

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return new BlockShape(1, 1);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return 6 * Math.pow(largest[0], 3);
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Field field = algebra.field();
      Matrix x = operands.get(0);
      double sum = 0;
      for (int[] term : TERMS) {
        double product = field.multiply(x.get(0, term[0]), x.get(1, term[1]));
        product = field.multiply(product, x.get(2, term[2]));
        sum = term[3] > 0 ? field.add(sum, product) : field.subtract(sum, product);
      }
      return Matrix.of(1, 1, new double[] {sum});
    }
  }

  static long determinant(LongMatrix x) {
    long sum = 0;
    for (int[] term : Determinant.TERMS) {
      sum += term[3] * x.get(0, term[0]) * x.get(1, term[1]) * x.get(2, term[2]);
    }
    return sum;
  }

  /** uᵀ·v, of degree 2 whatever it declares. */
  record Dot(int degree) implements PolynomialMap {

    @Override
    public int operands() {
      return 2;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return new BlockShape(1, 1);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return operands.get(0).rows() * largest[0] * largest[1];
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      return algebra.product(operands.get(0).transpose(), operands.get(1));
    }
  }

  /** Whatever it is told to be, x at its best. */
  record Careless(UnaryOperator<@Nullable Matrix> body) implements PolynomialMap {

    @Override
    public int degree() {
      return 1;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return operands.get(0);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return largest[0];
    }

    @Override
    @SuppressWarnings("NullAway") // on purpose
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      return body.apply(operands.get(0));
    }
  }

  /** |x|, which is no polynomial. */
  record Magnitude() implements PolynomialMap {

    @Override
    public int degree() {
      return 1;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return operands.get(0);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return largest[0];
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Matrix result = operands.get(0).copy();
      for (int i = 0; i < result.data().length; i++) {
        result.data()[i] = Math.abs(result.data()[i]);
      }
      return result;
    }
  }

  /** x² where it says so: a map whose promises can be broken one by one. */
  record Square(Cut cut, boolean swaps, boolean addsOne, double bounds) implements PolynomialMap {

    @Override
    public int degree() {
      return 2;
    }

    @Override
    public BlockShape shape(List<BlockShape> operands) {
      return cut == Cut.ROWS ? new BlockShape(1, operands.get(0).columns()) : operands.get(0);
    }

    @Override
    public double bound(double[] largest, List<BlockShape> operands) {
      return bounds * operands.get(0).rows() * (largest[0] * largest[0] + 1);
    }

    @Override
    public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
      Matrix x = operands.get(0);
      BlockShape value = shape(List.of(new BlockShape(x.rows(), x.columns())));
      Field field = algebra.field();
      Matrix y = Matrix.zeros(value.rows(), value.columns());
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          double entry = x.get(i, swaps ? x.columns() - 1 - j : j);
          int row = cut == Cut.ROWS ? 0 : i;
          y.set(row, j, field.add(y.get(row, j), field.multiply(entry, entry)));
        }
      }
      for (int j = 0; addsOne && j < y.columns(); j++) {
        y.set(0, j, field.add(y.get(0, j), 1));
      }
      return y;
    }
  }
}
