package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes of arrays as those of the operands of a polynomial map: any shape where it acts on
 * entries; else one matrix each, a vector being one column, or for maps of one operand a stack of
 * matrices.
 *
 * @param operands a matrix each; of a stack, those of one of its matrices
 * @param stack whether the one array is a stack of matrices
 * @param result the result's shape
 */
public record MapShapes(List<BlockShape> operands, boolean stack, Shape result) {

  /** Copies the list. */
  public MapShapes {
    operands = List.copyOf(operands);
  }

  /**
   * Checks and converts.
   *
   * @param names of the arrays, for messages
   * @throws BadInputException if there are too many or too few, or one is no operand
   * @throws IllegalArgumentException if the map has no value on these shapes
   */
  public static MapShapes of(PolynomialMap map, List<Shape> shapes, List<String> names) {
    if (shapes.size() != map.operands()) {
      throw new BadInputException(
          "%s takes %d operands, not %d".formatted(map.name(), map.operands(), shapes.size()));
    }
    Shape first = shapes.get(0);
    if (map.cut() == PolynomialMap.Cut.ENTRIES) {
      return new MapShapes(List.of(new BlockShape(1, first.entries())), false, first);
    }
    if (map.operands() == 1 && first.rank() == 3) {
      List<BlockShape> one = List.of(new BlockShape(first.side(1), first.side(2)));
      BlockShape value = map.shape(one);
      return new MapShapes(one, true, Shape.of(first.side(0), value.rows(), value.columns()));
    }
    List<BlockShape> operands = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      operands.add(matrix(shapes.get(i), names.get(i)));
    }
    BlockShape value = map.shape(operands);
    boolean vector = shapes.size() > 1 && shapes.get(1).rank() == 1;
    Shape result = vector ? Shape.of(value.rows()) : Shape.of(value.rows(), value.columns());
    return new MapShapes(operands, false, result);
  }

  private static BlockShape matrix(Shape shape, String name) {
    if (shape.rank() < 1 || shape.rank() > 2) {
      throw new BadInputException(
          "%s: shape %s; legal here are vectors, matrices and, for maps of one operand, stacks of matrices"
              .formatted(name, shape));
    }
    return new BlockShape(shape.side(0), shape.entries() / shape.side(0));
  }
}
