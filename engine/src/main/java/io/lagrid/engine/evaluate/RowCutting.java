package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;

/** Operands cut into groups of rows, whose values are added up; common ones are not cut. */
record RowCutting(PolynomialMap map, List<Operand> wholes) implements Cutting {

  @Override
  public List<Operand> operands(int operand) {
    return List.of(wholes.get(operand));
  }

  @Override
  public List<BlockShape> shapes() {
    return wholes.stream().map(Reshaped::shape).toList();
  }

  @Override
  public int pieces() {
    return wholes.get(0).rows();
  }

  @Override
  public Operand source(int operand, int blocks) {
    return wholes.get(operand);
  }

  @Override
  public BlockGrid grid(int operand, int blocks) {
    Operand whole = wholes.get(operand);
    return new BlockGrid(1, whole.rows(), whole.columns(), map.common(operand) ? 1 : blocks, 1);
  }

  @Override
  public PolynomialMap task(PolynomialMap piece, int blocks) {
    return piece;
  }

  @Override
  public boolean summed() {
    return true;
  }

  @Override
  public BlockGrid values(int blocks) {
    BlockShape value = map.shape(shapes());
    return new BlockGrid(1, value.rows(), value.columns(), 1, 1);
  }

  @Override
  public List<Operand> results(Operand values) {
    return List.of(values);
  }
}
