package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import java.util.Optional;

/** The products of the entries of two operands, place by place; of degree 2. */
public record EntryProduct() implements PolynomialMap {

  @Override
  public String name() {
    return "entry-product";
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
  public Cut cut() {
    return Cut.ENTRIES;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    if (!operands.get(0).equals(operands.get(1))) {
      throw new IllegalArgumentException(
          "cannot multiply the entries of %s by those of %s"
              .formatted(operands.get(0), operands.get(1)));
    }
    return operands.get(0);
  }

  @Override
  public double work(List<BlockShape> operands) {
    return (double) operands.get(0).rows() * operands.get(0).columns();
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    return largest[0] * largest[1] * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return 1;
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix product = operands.get(0).copy();
    double[] entries = product.data();
    double[] factors = operands.get(1).toArray();
    for (int i = 0; i < entries.length; i++) {
      entries[i] *= factors[i];
    }
    algebra.field().reduce(entries, 0, entries.length);
    return product;
  }

  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    int x = scales.get(0).bits();
    int y = scales.get(1).bits();
    return Optional.of(new FixedPointMap(this, List.of(x, y), x + y, 0));
  }
}
