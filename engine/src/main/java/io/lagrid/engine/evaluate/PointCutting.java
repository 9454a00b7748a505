package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of data points, each a matrix per operand, with a value each; a block is one point, or a
 * stack of several if there are more points than blocks. Common operands are one matrix.
 *
 * @param map of one point
 * @param shapes of one point's matrices
 * @param pieces how many points there are
 */
record PointCutting(PolynomialMap map, List<BlockShape> shapes, int pieces) implements Cutting {

  private int perBlock(int blocks) {
    return (pieces - 1) / blocks + 1;
  }

  @Override
  public Operand source(int operand, List<Operand> parts, int blocks) {
    return Reshaped.stacked(parts, map.common(operand) ? 1 : blocks * perBlock(blocks));
  }

  @Override
  public BlockGrid grid(int operand, int blocks) {
    BlockShape source = shapes.get(operand);
    return map.common(operand)
        ? new BlockGrid(1, source.rows(), source.columns(), 1, 1)
        : grid(source, blocks);
  }

  private BlockGrid grid(BlockShape one, int blocks) {
    int rows = Math.multiplyExact(blocks * perBlock(blocks), one.rows());
    return new BlockGrid(1, rows, one.columns(), blocks, 1);
  }

  @Override
  public PolynomialMap task(PolynomialMap piece, int blocks) {
    return perBlock(blocks) == 1 ? piece : new Stacked(piece, perBlock(blocks));
  }

  @Override
  public boolean summed() {
    return false;
  }

  @Override
  public BlockGrid values(int blocks) {
    return grid(map.shape(shapes), blocks);
  }

  @Override
  public List<Operand> results(Operand values) {
    int rows = map.shape(shapes).rows();
    List<Operand> results = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      Operand part = Reshaped.part(values, i * rows, rows);
      results.add(Reshaped.of(part, rows, part.columns()));
    }
    return results;
  }
}
