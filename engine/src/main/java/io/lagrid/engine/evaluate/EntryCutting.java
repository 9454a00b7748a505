package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;

/** One operand, of which every entry is mapped by itself: cut into ranges of entries. */
record EntryCutting(PolynomialMap map, Operand operand) implements Cutting {

  private int entries() {
    return Math.multiplyExact(operand.rows(), operand.columns());
  }

  @Override
  public List<Operand> operands(int number) {
    return List.of(operand);
  }

  @Override
  public List<BlockShape> shapes() {
    return List.of(Reshaped.shape(operand));
  }

  @Override
  public int pieces() {
    return entries();
  }

  @Override
  public Operand source(int number, int blocks) {
    return Reshaped.of(operand, 1, entries());
  }

  @Override
  public BlockGrid grid(int number, int blocks) {
    return new BlockGrid(1, 1, entries(), 1, blocks);
  }

  @Override
  public PolynomialMap task(PolynomialMap piece, int blocks) {
    return piece;
  }

  @Override
  public boolean summed() {
    return false;
  }

  @Override
  public BlockGrid values(int blocks) {
    return grid(0, blocks);
  }

  @Override
  public List<Operand> results(Operand values) {
    return List.of(Reshaped.of(values, operand.rows(), operand.columns()));
  }
}
