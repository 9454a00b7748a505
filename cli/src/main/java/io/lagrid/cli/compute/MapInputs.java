package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.operation.MapShapes;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays as the operands of a map: any shape where it acts on entries; else one matrix each, a
 * vector being one column, or for maps of one operand a stack of matrices.
 */
final class MapInputs implements Prepared {

  private final PolynomialMap map;
  private final List<List<Operand>> points;
  private final boolean stack;
  private final Shape result;

  private MapInputs(PolynomialMap map, List<List<Operand>> points, boolean stack, Shape result) {
    this.map = map;
    this.points = points;
    this.stack = stack;
    this.result = result;
  }

  /**
   * Checks and converts.
   *
   * @param real whether integers are to be computed with as doubles
   */
  static Prepared of(PolynomialMap map, List<NamedArray> arrays, boolean real) {
    MapShapes shapes =
        MapShapes.of(
            map,
            arrays.stream().map(NamedArray::shape).toList(),
            arrays.stream().map(NamedArray::file).toList());
    List<NamedArray> alike = NamedArray.alike(arrays, real || !map.integral());
    List<List<Operand>> points = new ArrayList<>();
    for (int i = 0; i < alike.size(); i++) {
      NamedArray array = alike.get(i);
      points.add(
          shapes.stack() ? array.stack() : List.of(array.matrix(shapes.operands().get(i).rows())));
    }
    return new MapInputs(map, points, shapes.stack(), shapes.result());
  }

  @Override
  public Shape result() {
    return result;
  }

  @Override
  public Outcome<NdArray> outcome(Lagrid lagrid) {
    Evaluator evaluator = Evaluator.on(lagrid);
    return stack
        ? evaluator.attemptEach(map, points).map(values -> NamedArray.joined(values, result))
        : evaluator.attempt(map, wholes()).map(value -> NdArray.of(value, result));
  }

  private List<Operand> wholes() {
    return points.stream().map(all -> all.get(0)).toList();
  }

  @Override
  public PlanTable plans(Lagrid lagrid) {
    Evaluator evaluator = Evaluator.on(lagrid);
    return stack ? evaluator.plansForEach(map, points) : evaluator.plans(map, wholes());
  }
}
