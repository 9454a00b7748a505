package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.polynomial.MapProposal;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.polynomial.BlockShape;
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
    if (arrays.size() != map.operands()) {
      throw new BadInputException(
          "%s takes %d operands, not %d".formatted(map.name(), map.operands(), arrays.size()));
    }
    List<NamedArray> alike = NamedArray.alike(arrays, real || !map.integral());
    NamedArray first = alike.get(0);
    if (map.cut() == PolynomialMap.Cut.ENTRIES) {
      return new MapInputs(map, List.of(List.of(first.matrix(1))), false, first.shape());
    }
    if (map.operands() == 1 && first.shape().rank() == 3) {
      return stacked(map, first);
    }
    List<List<Operand>> operands = new ArrayList<>();
    alike.forEach(array -> operands.add(List.of(matrix(array))));
    BlockShape value = map.shape(shapes(operands));
    boolean vector = alike.size() > 1 && alike.get(1).shape().rank() == 1;
    Shape result = vector ? Shape.of(value.rows()) : Shape.of(value.rows(), value.columns());
    return new MapInputs(map, operands, false, result);
  }

  private static Prepared stacked(PolynomialMap map, NamedArray array) {
    List<List<Operand>> points = List.of(array.stack());
    BlockShape value = map.shape(shapes(points));
    Shape result = Shape.of(array.shape().side(0), value.rows(), value.columns());
    return new MapInputs(map, points, true, result);
  }

  private static Operand matrix(NamedArray array) {
    int rank = array.shape().rank();
    if (rank < 1 || rank > 2) {
      throw array.bad(
          "shape %s; legal here are vectors, matrices and, for maps of one operand, stacks of matrices"
              .formatted(array.shape()));
    }
    return array.matrix(array.shape().side(0));
  }

  private static List<BlockShape> shapes(List<List<Operand>> operands) {
    return operands.stream()
        .map(all -> new BlockShape(all.get(0).rows(), all.get(0).columns()))
        .toList();
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
  public List<PlanRow> plans(Lagrid lagrid) {
    return Evaluator.on(lagrid).plans(map, wholes()).stream().map(MapInputs::row).toList();
  }

  /** Storage and work per worker are 1/K; what else a code costs is in the report of the run. */
  private static PlanRow row(MapProposal proposal) {
    return proposal
        .code()
        .map(
            code -> {
              CodeParameters parameters = code.parameters();
              double part = 1.0 / code.dataBlocks();
              return new PlanRow(
                  parameters.code(),
                  parameters.named(),
                  parameters.recoveryThreshold(),
                  part,
                  part * parameters.workers(),
                  part * parameters.recoveryThreshold(),
                  part,
                  null);
            })
        .orElseGet(() -> PlanRow.refused(proposal.family(), proposal.reason()));
  }
}
