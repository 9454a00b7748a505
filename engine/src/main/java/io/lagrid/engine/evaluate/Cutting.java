package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * How the operands of a map become K blocks each (one block, if they are common), and how the
 * values of the blocks become results. It knows shapes only. Immutable.
 */
sealed interface Cutting permits Cutting.Entries, Cutting.Rows, PointCutting {

  /** As the map says, for whole operands of these shapes. */
  static Cutting of(PolynomialMap map, List<BlockShape> shapes) {
    return switch (map.cut()) {
      case ENTRIES -> new Entries(map, shapes);
      case ROWS -> new Rows(map, shapes);
      case WHOLE -> new PointCutting(map, shapes, 1);
    };
  }

  /** The map. */
  PolynomialMap map();

  /** The shapes on which the map gives a result, for its bound. */
  List<BlockShape> shapes();

  /** The largest K. */
  int pieces();

  /**
   * One operand as a single matrix that its grid cuts.
   *
   * @param parts the operand as it was handed in
   */
  Operand source(int operand, List<Operand> parts, int blocks);

  /** How {@link #source} is cut. */
  BlockGrid grid(int operand, int blocks);

  /** What a worker computes of its shares, given the map of one piece. */
  PolynomialMap task(PolynomialMap piece, int blocks);

  /** Whether the values are added up to one. */
  boolean summed();

  /** How the values lie in one matrix. */
  BlockGrid values(int blocks);

  /** The results in that matrix. */
  List<Operand> results(Operand values);

  /** The shapes of a worker's shares, one per operand. */
  default List<BlockShape> blockShapes(int blocks) {
    List<BlockShape> shapes = new ArrayList<>();
    for (int i = 0; i < map().operands(); i++) {
      BlockGrid grid = grid(i, blocks);
      shapes.add(new BlockShape(grid.blockRows(), grid.blockColumns()));
    }
    return shapes;
  }

  /** The shape of an answer. */
  default BlockShape answer(int blocks) {
    return task(map(), blocks).shape(blockShapes(blocks));
  }

  /** Operands of one shape, whose entries are mapped place by place: cut into ranges of entries. */
  record Entries(PolynomialMap map, List<BlockShape> shapes) implements Cutting {

    private int entries() {
      return Math.multiplyExact(shapes.get(0).rows(), shapes.get(0).columns());
    }

    @Override
    public int pieces() {
      return entries();
    }

    @Override
    public Operand source(int operand, List<Operand> parts, int blocks) {
      return Reshaped.of(parts.get(0), 1, entries());
    }

    @Override
    public BlockGrid grid(int operand, int blocks) {
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
      return List.of(Reshaped.of(values, shapes.get(0).rows(), shapes.get(0).columns()));
    }
  }

  /** Operands cut into groups of rows, whose values are added up; common ones are not cut. */
  record Rows(PolynomialMap map, List<BlockShape> shapes) implements Cutting {

    @Override
    public int pieces() {
      return shapes.get(0).rows();
    }

    @Override
    public Operand source(int operand, List<Operand> parts, int blocks) {
      return parts.get(0);
    }

    @Override
    public BlockGrid grid(int operand, int blocks) {
      BlockShape whole = shapes.get(operand);
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
      BlockShape value = map.shape(shapes);
      return new BlockGrid(1, value.rows(), value.columns(), 1, 1);
    }

    @Override
    public List<Operand> results(Operand values) {
      return List.of(values);
    }
  }
}
