package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * The matrix power X^k = X·X⋯X of square blocks.
 *
 * @param exponent k ≥ 1, the degree
 */
public record MatrixPower(int exponent) implements PolynomialMap {

  /** Checks that the exponent is between 1 and {@value ExpressionParser#LARGEST_DEGREE}. */
  public MatrixPower {
    if (exponent < 1 || exponent > ExpressionParser.LARGEST_DEGREE) {
      throw new IllegalArgumentException(
          "matrix-power:%d; legal are 1 to %d"
              .formatted(exponent, ExpressionParser.LARGEST_DEGREE));
    }
  }

  @Override
  public String name() {
    return "matrix-power:" + exponent;
  }

  @Override
  public int degree() {
    return exponent;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    if (x.rows() != x.columns()) {
      throw new IllegalArgumentException(name() + " needs square matrices, not " + x);
    }
    return x;
  }

  @Override
  public double work(List<BlockShape> operands) {
    return (exponent - 1) * Math.pow(operands.get(0).rows(), 3);
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    double side = operands.get(0).rows();
    return Math.pow(side * largest[0], exponent) / side * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return exponent * (side + 1.0);
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix x = operands.get(0);
    Matrix power = x.copy();
    for (int i = 1; i < exponent; i++) {
      power = algebra.product(power, x);
    }
    return power;
  }

  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    int bits = scales.get(0).bits();
    return Optional.of(new FixedPointMap(this, List.of(bits), exponent * bits, 0));
  }
}
