package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;

/** Operands of one shape, whose entries are mapped place by place: cut into ranges of entries. */
record EntryCutting(PolynomialMap map, List<Operand> wholes) implements Cutting {

  private int entries() {
    return Math.multiplyExact(wholes.get(0).rows(), wholes.get(0).columns());
  }

  @Override
  public List<Operand> operands(int number) {
    return List.of(wholes.get(number));
  }

  @Override
  public List<BlockShape> shapes() {
    return wholes.stream().map(Reshaped::shape).toList();
  }

  @Override
  public int pieces() {
    return entries();
  }

  @Override
  public Operand source(int number, int blocks) {
    return Reshaped.of(wholes.get(number), 1, entries());
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
    Operand first = wholes.get(0);
    return List.of(Reshaped.of(values, first.rows(), first.columns()));
  }
}
