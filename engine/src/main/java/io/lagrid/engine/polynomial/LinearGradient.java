package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The gradient Xᵀ(Xw − s·y) of the squared error ‖Xw − y‖²/2, of samples X (one per row), targets y
 * and weights w that all samples share; of all samples, the sum over groups of them. Its degree is
 * 3, and 2 in the samples and targets alone.
 *
 * <p>Operands: X, w, y. With several columns in w and y, as many regressions at once.
 *
 * @param scale s, which brings integers that stand for fixed-point numbers to one scale; else 1
 */
public record LinearGradient(BigInteger scale) implements PolynomialMap {

  /** The gradient with s = 1. */
  public LinearGradient() {
    this(BigInteger.ONE);
  }

  @Override
  public String name() {
    return "linear-gradient";
  }

  @Override
  public int operands() {
    return 3;
  }

  @Override
  public boolean common(int operand) {
    return operand == 1;
  }

  @Override
  public int degree() {
    return 3;
  }

  @Override
  public int degreeOfCut() {
    return 2;
  }

  @Override
  public Cut cut() {
    return Cut.ROWS;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    BlockShape w = operands.get(1);
    BlockShape y = operands.get(2);
    if (x.columns() != w.rows() || x.rows() != y.rows() || w.columns() != y.columns()) {
      throw new IllegalArgumentException(
          "linear-gradient of X %s, w %s, y %s; X n×d, w d×k and y n×k are legal"
              .formatted(x, w, y));
    }
    return new BlockShape(x.columns(), w.columns());
  }

  @Override
  public double work(List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    return 2.0 * x.rows() * x.columns() * operands.get(1).columns();
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    BlockShape x = operands.get(0);
    double residual = x.columns() * largest[0] * largest[1] + scale.doubleValue() * largest[2];
    return x.rows() * largest[0] * residual * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return 2.0 * side + 3;
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix x = operands.get(0);
    Matrix predicted = algebra.product(x, operands.get(1));
    Matrix target = algebra.scale(algebra.element(new BigDecimal(scale)), operands.get(2));
    return algebra.product(x.transpose(), algebra.subtract(predicted, target));
  }

  /** X·w has bits_X + bits_w fractional bits, y is brought to as many by s. */
  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    int x = scales.get(0).bits();
    int y = scales.get(2).bits();
    int w = Math.max(scales.get(1).bits(), y - x);
    LinearGradient integers = new LinearGradient(BigInteger.TWO.pow(x + w - y));
    return Optional.of(new FixedPointMap(integers, List.of(x, w, y), 2 * x + w, 0));
  }
}
