package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The operands of an evaluation, behind the door check of counts, kinds, shapes and finite numbers.
 * Immutable, as long as nobody writes the operands.
 *
 * @param cutting how they are cut
 * @param points per operand of the map one matrix per data point, or one alone
 */
record MapOperands(Cutting cutting, List<List<Operand>> points) {

  /** Whole operands, cut as the map says. */
  static MapOperands whole(PolynomialMap map, List<? extends Operand> operands) {
    checkCount(map, operands.size());
    List<List<Operand>> copies = new ArrayList<>();
    operands.forEach(operand -> copies.add(List.of(operand)));
    List<BlockShape> shapes = check(map, copies);
    if (map.cut() == PolynomialMap.Cut.ENTRIES) {
      checkEntries(map, shapes);
    }
    return new MapOperands(Cutting.of(map, shapes), copies);
  }

  /** A map that acts place by place takes operands of one shape, shares none, and keeps it. */
  private static void checkEntries(PolynomialMap map, List<BlockShape> shapes) {
    BlockShape value = map.shape(shapes);
    for (int operand = 0; operand < shapes.size(); operand++) {
      BlockShape shape = shapes.get(operand);
      if (map.common(operand) || !shape.equals(shapes.get(0)) || !value.equals(shape)) {
        throw new IllegalArgumentException(
            "%s acts entry by entry, on operands of shapes %s%s to a value of %s; one shape for all, and none common, is legal"
                .formatted(map.name(), shapes, map.common(operand) ? ", one common," : "", value));
      }
    }
  }

  /** Data points. */
  static MapOperands each(PolynomialMap map, List<? extends List<? extends Operand>> points) {
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
    return new MapOperands(new PointCutting(map, check(map, copies), count), copies);
  }

  /** One operand as a single matrix that its grid cuts. */
  Operand source(int operand, int blocks) {
    return cutting.source(operand, points.get(operand), blocks);
  }

  /** Whether they hold longs. */
  boolean integers() {
    return points.get(0).get(0) instanceof LongMatrix;
  }

  /** The scale of each operand, over all its data points. */
  List<OperandScale> scales() {
    List<OperandScale> scales = new ArrayList<>();
    for (List<Operand> parts : points) {
      OperandScale scale = new OperandScale(0, 0, 0);
      for (Operand operand : parts) {
        OperandScale next = OperandScale.of(operand);
        boolean first = scale.largest() == 0;
        int bits = first ? next.exactBits() : Math.max(scale.exactBits(), next.exactBits());
        bits = next.largest() == 0 ? scale.exactBits() : bits;
        scale = new OperandScale(Math.max(scale.largest(), next.largest()), bits, bits);
      }
      scales.add(scale);
    }
    return scales;
  }

  private static void checkCount(PolynomialMap map, int count) {
    if (count != map.operands()) {
      throw new IllegalArgumentException(
          "%s takes %d operands, not %d".formatted(map.name(), map.operands(), count));
    }
  }

  /** The shapes of one data point. */
  private static List<BlockShape> check(PolynomialMap map, List<List<Operand>> points) {
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
    return shapes;
  }
}
