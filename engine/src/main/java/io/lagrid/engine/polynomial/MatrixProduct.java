package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.Optional;

/** The product X·Y of two matrices, of degree 2. */
public record MatrixProduct() implements PolynomialMap {

  @Override
  public String name() {
    return "product";
  }

  @Override
  public int operands() {
    return 2;
  }

  @Override
  public int degree() {
    return 2;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    BlockShape y = operands.get(1);
    if (x.columns() != y.rows()) {
      throw new IllegalArgumentException("cannot multiply %s by %s".formatted(x, y));
    }
    return new BlockShape(x.rows(), y.columns());
  }

  @Override
  public double work(List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    return (double) x.rows() * x.columns() * operands.get(1).columns();
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    return operands.get(0).columns() * largest[0] * largest[1] * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return side + 1.0;
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    return algebra.product(operands.get(0), operands.get(1));
  }

  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    int x = scales.get(0).bits();
    int y = scales.get(1).bits();
    return Optional.of(new FixedPointMap(this, List.of(x, y), x + y, 0));
  }
}
