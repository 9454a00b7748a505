package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.Optional;

/** The Gram matrix XᵀX, of degree 2; of all rows, the sum over groups of rows. */
public record Gram() implements PolynomialMap {

  @Override
  public String name() {
    return "gram";
  }

  @Override
  public int degree() {
    return 2;
  }

  @Override
  public Cut cut() {
    return Cut.ROWS;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    return new BlockShape(operands.get(0).columns(), operands.get(0).columns());
  }

  @Override
  public double work(List<BlockShape> operands) {
    double columns = operands.get(0).columns();
    return operands.get(0).rows() * columns * columns;
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    return operands.get(0).rows() * largest[0] * largest[0] * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return side + 1.0;
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix x = operands.get(0);
    return algebra.product(x.transpose(), x);
  }

  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    int bits = scales.get(0).bits();
    return Optional.of(new FixedPointMap(this, List.of(bits), 2 * bits, 0));
  }
}
