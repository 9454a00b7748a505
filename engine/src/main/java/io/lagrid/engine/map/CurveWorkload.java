package io.lagrid.engine.map;

import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.EstimateWanted;
import io.lagrid.codes.polynomial.RepeatedMapCode;
import io.lagrid.codes.polynomial.RepeatedMapParameters;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.plan.OperationSize;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanPrecision;
import io.lagrid.engine.plan.Workload;
import java.util.Optional;

/**
 * What codes cost a function of blocks.
 *
 * @param function to be estimated
 * @param map how many blocks of which shape
 * @param settings how it is estimated
 */
record CurveWorkload(BlockFunction function, Operation.Map map, MapSettings settings)
    implements Workload {

  private double value() {
    int rows = function.resultRows(map.rows(), map.columns());
    return (double) rows * function.resultColumns(map.rows(), map.columns());
  }

  @Override
  public Plan plan(Code code, Requirement requirement) {
    int workers = code.parameters().workers();
    double share = (double) map.rows() * map.columns();
    int answers = workers - requirement.tolerance().stragglers();
    double encode = workers * share * (map.blocks() + code.parameters().colluders());
    double decode = answers * value() * map.blocks();
    return size().plan(code, answers, part(encode, decode));
  }

  private OperationSize size() {
    double blocks = map.blocks();
    return new OperationSize(blocks * map.rows() * map.columns(), blocks * value(), 1);
  }

  private OperationSize.Part part(double encode, double decode) {
    double share = (double) map.rows() * map.columns();
    double multiplyAdds = function.work(map.rows(), map.columns());
    return new OperationSize.Part(share, value(), 1.0 / map.blocks(), multiplyAdds, encode, decode);
  }

  /** By the function itself, on blocks that change smoothly. */
  @Override
  public PlanPrecision precision(Plan plan, Requirement requirement) {
    EstimateWanted all = EstimateWanted.from(plan.answers()).noise(settings.answerNoise());
    EstimateWanted wanted =
        settings.smoothing().isPresent() ? all.smoothing(settings.smoothing().getAsDouble()) : all;
    SmoothExample example = SmoothExample.of(function, map);
    return PlanPrecision.estimate(
        example.error((CurveCode) plan.code(), wanted, settings.maskingNoise()));
  }

  @Override
  public Optional<Plan> plain(Requirement requirement, int copies) {
    int workers = requirement.workers();
    if (map.blocks() > workers / copies) {
      return Optional.empty();
    }
    RepeatedMapParameters repeated = new RepeatedMapParameters(workers, map.blocks());
    return Optional.of(
        size().plan(new RepeatedMapCode(repeated), repeated.recoveryThreshold(), part(0, 0)));
  }
}
