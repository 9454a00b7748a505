package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.polynomial.BlockAlgebra;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A map applied to each of several blocks that lie below each other; so do its values. Operands
 * that are common are not stacked.
 *
 * @param map of one block
 * @param count how many blocks
 */
record Stacked(PolynomialMap map, int count) implements PolynomialMap {

  @Override
  public String name() {
    return map.name();
  }

  @Override
  public int operands() {
    return map.operands();
  }

  @Override
  public boolean common(int operand) {
    return map.common(operand);
  }

  @Override
  public int degree() {
    return map.degree();
  }

  @Override
  public int degreeOfCut() {
    return map.degreeOfCut();
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    BlockShape one = map.shape(singles(operands));
    return new BlockShape(count * one.rows(), one.columns());
  }

  @Override
  public double work(List<BlockShape> operands) {
    return count * map.work(singles(operands));
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    return map.bound(largest, singles(operands));
  }

  @Override
  public double roundings(int side) {
    return map.roundings(side);
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix first = map.apply(parts(operands, 0), algebra);
    Matrix all = Matrix.zeros(count * first.rows(), first.columns());
    all.block(0, 0, first.rows(), first.columns()).write(first);
    for (int i = 1; i < count; i++) {
      Matrix next = map.apply(parts(operands, i), algebra);
      all.block(i * first.rows(), 0, first.rows(), first.columns()).write(next);
    }
    return all;
  }

  private List<Matrix> parts(List<Matrix> operands, int index) {
    List<Matrix> parts = new ArrayList<>();
    for (int o = 0; o < operands.size(); o++) {
      Matrix operand = operands.get(o);
      int rows = operand.rows() / count;
      parts.add(map.common(o) ? operand : operand.block(index * rows, 0, rows, operand.columns()));
    }
    return parts;
  }

  private List<BlockShape> singles(List<BlockShape> operands) {
    List<BlockShape> singles = new ArrayList<>();
    for (int o = 0; o < operands.size(); o++) {
      BlockShape shape = operands.get(o);
      singles.add(map.common(o) ? shape : new BlockShape(shape.rows() / count, shape.columns()));
    }
    return singles;
  }
}
