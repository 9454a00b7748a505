package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/** The door check of evaluations: counts, kinds, shapes, finite numbers. */
final class MapOperands {

  private MapOperands() {}

  /** Whole operands, cut as the map says. */
  static Cutting whole(PolynomialMap map, List<? extends Operand> operands) {
    checkCount(map, operands.size());
    List<Operand> copies = List.copyOf(operands);
    check(map, copies.stream().map(List::of).toList());
    return switch (map.cut()) {
      case ENTRIES -> new EntryCutting(map, copies);
      case ROWS -> new RowCutting(map, copies);
      case WHOLE -> new PointCutting(map, copies.stream().map(List::of).toList());
    };
  }

  /** Data points. */
  static Cutting each(PolynomialMap map, List<? extends List<? extends Operand>> points) {
    checkCount(map, points.size());
    List<List<Operand>> copies = new ArrayList<>();
    points.forEach(all -> copies.add(List.copyOf(all)));
    int count = -1;
    for (int operand = 0; operand < copies.size(); operand++) {
      int size = copies.get(operand).size();
      int wanted = map.common(operand) ? 1 : count < 0 ? Math.max(1, size) : count;
      if (size != wanted) {
        throw new IllegalArgumentException(
            "operand %d of %s has %d matrices; %d is legal"
                .formatted(operand, map.name(), size, wanted));
      }
      count = map.common(operand) ? count : size;
    }
    if (count < 0) {
      throw new IllegalArgumentException("every operand of " + map.name() + " is common");
    }
    check(map, copies);
    return new PointCutting(map, copies);
  }

  private static void checkCount(PolynomialMap map, int count) {
    if (count != map.operands()) {
      throw new IllegalArgumentException(
          "%s takes %d operands, not %d".formatted(map.name(), map.operands(), count));
    }
  }

  private static void check(PolynomialMap map, List<List<Operand>> points) {
    Operand first = points.get(0).get(0);
    List<BlockShape> shapes = new ArrayList<>();
    for (int operand = 0; operand < points.size(); operand++) {
      Operand model = points.get(operand).get(0);
      for (Operand other : points.get(operand)) {
        if (other.getClass() != first.getClass() || !other.shape().equals(model.shape())) {
          throw new IllegalArgumentException(
              "operand %d of %s: a %s %s beside a %s %s; one kind and one shape are legal"
                  .formatted(
                      operand,
                      map.name(),
                      first.getClass().getSimpleName(),
                      model.shape(),
                      other.getClass().getSimpleName(),
                      other.shape()));
        }
        Lagrid.requireFinite("operand " + operand, other);
      }
      if (model.rows() < 1 || model.columns() < 1) {
        throw new IllegalArgumentException(
            "operand %d of %s is empty: %s".formatted(operand, map.name(), model.shape()));
      }
      shapes.add(Reshaped.shape(model));
    }
    map.shape(shapes);
  }
}
