package io.lagrid.engine.evaluate;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.codes.polynomial.RepeatedMapCode;
import io.lagrid.codes.polynomial.RepeatedMapParameters;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.plan.OperationSize;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanPrecision;
import io.lagrid.engine.plan.PrecisionForecast;
import io.lagrid.engine.plan.Workload;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.OperandScale;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What codes cost a polynomial map.
 *
 * @param cutting the map and the shapes
 * @param numbers in which numbers
 * @param scales how large the operands' entries are
 * @param operation the map as the planner knows it
 */
record MapWorkload(
    Cutting cutting, MapNumbers numbers, List<OperandScale> scales, Operation.Evaluation operation)
    implements Workload {

  @Override
  public Plan plan(Code code, Requirement requirement) {
    PolynomialMap map = cutting.map();
    int blocks = ((MapCode) code).dataBlocks();
    int noise = code.parameters().colluders();
    List<BlockShape> shapes = cutting.blockShapes(blocks);
    double whole = 0;
    double share = 0;
    double encode = 0;
    for (int i = 0; i < map.operands(); i++) {
      BlockGrid grid = cutting.grid(i, blocks);
      whole += (double) grid.rows() * grid.columns();
      share += entries(shapes.get(i));
      double sources = (map.common(i) ? 1 : blocks) + noise;
      encode += code.parameters().workers() * sources * entries(shapes.get(i));
    }
    BlockGrid values = cutting.values(blocks);
    double answer = entries(cutting.answer(blocks));
    int threshold = code.parameters().recoveryThreshold();
    double decode = (double) threshold * (cutting.summed() ? 1 : blocks) * answer;
    double multiplyAdds = cutting.task(map, blocks).work(shapes);
    OperationSize size =
        new OperationSize(
            whole, (double) values.rows() * values.columns(), numbers.arithmetic().size());
    return size.plan(
        code,
        threshold,
        new OperationSize.Part(share, answer, 1.0 / blocks, multiplyAdds, encode, decode));
  }

  private static double entries(BlockShape shape) {
    return (double) shape.rows() * shape.columns();
  }

  /** In units of M, the bound on |f|. */
  @Override
  public PlanPrecision precision(Plan plan, Requirement requirement) {
    if (numbers.arithmetic().exact() || operation.largest() == 0) {
      return PlanPrecision.bound(numbers.error());
    }
    MapCode code = (MapCode) plan.code();
    PolynomialMap map = cutting.map();
    List<Matrix> coefficients =
        IntStream.range(0, map.operands())
            .mapToObj(i -> map.common(i) ? MapCode.COMMON : MapCode.CUT)
            .map(kind -> code.encoding(kind, RealField.instance()).coefficients())
            .toList();
    MapRounding rounding =
        new MapRounding(
            cutting.task(numbers.map(), code.dataBlocks()),
            coefficients,
            cutting.blockShapes(code.dataBlocks()),
            scales);
    IntToDoubleFunction errors =
        worker -> rounding.answer(worker, plan.answers()) / operation.largest();
    ResponderSurvey bounds =
        PrecisionForecast.survey(
            code,
            1,
            errors,
            PrecisionForecast.unseen(requirement, errors),
            decoding -> new double[decoding.results()]);
    return PlanPrecision.bound(bounds.times(cutting.summed() ? code.dataBlocks() : 1));
  }

  @Override
  public Optional<Plan> plain(Requirement requirement, int copies) {
    int most = requirement.workers() / copies;
    if (most < 1) {
      return Optional.empty();
    }
    RepeatedMapParameters repeated =
        new RepeatedMapParameters(requirement.workers(), operation.blocks(most));
    return Optional.of(plan(new RepeatedMapCode(repeated), requirement));
  }
}
