package io.lagrid.cli.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.real.RealProductCode;
import io.lagrid.engine.forecast.Advice;
import io.lagrid.engine.forecast.BestRedundancy;
import io.lagrid.engine.forecast.Forecast;
import io.lagrid.engine.forecast.Forecaster;
import io.lagrid.engine.forecast.ParetoFront;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanPrecision;
import io.lagrid.engine.plan.PlanTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All plans for a question, forecast on the workers of a profile.
 *
 * @param question what was asked
 * @param profile the workers
 * @param rows the plans, by expected time
 * @param refused the codes without a plan
 * @param advice on the fastest plan; empty if there is no plan
 * @param best how much redundancy is fastest; empty if there is no plan, or results are estimates,
 *     which are the worse the sooner they are had
 */
public record Planning(
    Question question,
    WorkerProfile profile,
    List<Row> rows,
    List<PlanTable.Refused> refused,
    Optional<Advice> advice,
    Optional<BestRedundancy> best) {

  /** Copies the lists. */
  public Planning {
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  /** Above so many workers, errors are bounded for the first plan of each code only. */
  private static final int BOUNDED_WORKERS = 40;

  /** Singular values of larger systems take longer than all else. */
  private static final int CONDITIONED_ANSWERS = 64;

  /**
   * One plan.
   *
   * @param plan code, price and sizes
   * @param forecast the time
   * @param precision of the result; unknown if not worked out
   * @param conditionNumbers of the systems that responders leave to solve, if the code tells them
   *     and they were worked out
   * @param pareto whether no other plan is as good in every respect and better in one: expected
   *     time, 99th percentile, storage, traffic
   * @param chosen whether the operation's command would choose it
   */
  public record Row(
      Plan plan,
      Forecast forecast,
      PlanPrecision precision,
      Optional<ResponderSurvey> conditionNumbers,
      boolean pareto,
      boolean chosen) {}

  /** Forecasts every plan. */
  public static Planning of(Question question, WorkerProfile profile) {
    PlanTable table = question.table();
    Forecaster forecaster = new Forecaster(profile, question.request());
    List<Forecast> forecasts = table.plans().stream().map(forecaster::forecast).toList();
    boolean[] front = front(forecasts, table.plans());
    Set<String> bounded = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < forecasts.size(); i++) {
      Plan plan = table.plans().get(i);
      boolean first = bounded.add(plan.name());
      boolean precise = first || plan.code().parameters().workers() <= BOUNDED_WORKERS;
      rows.add(
          new Row(
              plan,
              forecasts.get(i),
              precise ? table.precision(plan) : PlanPrecision.UNKNOWN,
              precise ? conditionNumbers(plan) : Optional.empty(),
              front[i],
              i == 0));
    }
    rows.sort(Comparator.comparingDouble(row -> row.forecast().expectedSeconds()));
    Optional<Advice> advice =
        rows.stream()
            .findFirst()
            .map(row -> Advice.on(row.plan(), question.planner(), question.request(), profile));
    boolean estimates = question.operation() instanceof Operation.Map; // the fastest is the worst
    Optional<BestRedundancy> best =
        rows.isEmpty() || estimates
            ? Optional.empty()
            : BestRedundancy.of(question.planner(), question.request(), profile);
    return new Planning(question, profile, rows, table.refused(), advice, best);
  }

  private static Optional<ResponderSurvey> conditionNumbers(Plan plan) {
    return plan.answers() <= CONDITIONED_ANSWERS && plan.code() instanceof RealProductCode code
        ? Optional.of(code.conditionNumbers())
        : Optional.empty();
  }

  /** The refused codes by what stands in their way, in the order of the catalogue. */
  public Map<String, List<String>> refusedByReason() {
    return PlanTable.byReason(refused);
  }

  private static boolean[] front(List<Forecast> forecasts, List<Plan> plans) {
    List<double[]> costs = new ArrayList<>();
    for (int i = 0; i < forecasts.size(); i++) {
      costs.add(
          new double[] {
            forecasts.get(i).expectedSeconds(),
            forecasts.get(i).p99Seconds(),
            plans.get(i).sizes().shareBytes(),
            plans.get(i).sizes().answerBytes()
          });
    }
    return ParetoFront.of(costs);
  }
}
