package io.lagrid.engine.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.Strategy;
import io.lagrid.engine.simulate.WorkConserving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much redundancy is fastest on the workers of a profile: the number of stragglers whose plan
 * has the least expected time, whatever must be tolerated; and what work in pieces, loads by speed
 * and a rateless code would take there, beside the bound that no scheme beats.
 *
 * @param stragglers the number that is best
 * @param plan the fastest plan that tolerates them
 * @param forecast its forecast
 * @param roundSeconds mean seconds of a simulated round, the plan's messages included, without
 *     encoding and decoding: {@code partial}, {@code adaptive}, {@code heterogeneous}, {@code
 *     rateless}, and but for convolutions {@code bound}
 * @param leftOut why some of these are missing, by name; {@code partial} stands for all three that
 *     cut the plan's work
 */
public record BestRedundancy(
    int stragglers,
    Plan plan,
    Forecast forecast,
    Map<String, Double> roundSeconds,
    Map<String, String> leftOut) {

  /** What is told of a round, in this order. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Pieces.PARTIAL, "a round in pieces");
    WORDS.put("heterogeneous", "with loads by speed");
    WORDS.put(Pieces.RATELESS, "rateless");
    WORDS.put("bound", "bound");
  }

  private static final int MOST_POINTS = 24;
  private static final int ROUNDS = 400;
  private static final long SEED = 1;

  /**
   * Looks for it.
   *
   * @return empty if there is no plan at all
   */
  public static Optional<BestRedundancy> of(
      Planner planner, PlanRequest request, WorkerProfile profile) {
    int workers = request.requirement().workers();
    int step = (workers - 1) / MOST_POINTS + 1;
    Forecaster forecaster = new Forecaster(profile, request);
    BestRedundancy best = null;
    for (int s = 0; s < workers; s += step) {
      Optional<Plan> plan = planner.table(request.tolerating(s)).plans().stream().findFirst();
      if (plan.isEmpty()) {
        break;
      }
      Forecast forecast = forecaster.forecast(plan.get());
      if (best == null || forecast.expectedSeconds() < best.forecast.expectedSeconds()) {
        best = new BestRedundancy(s, plan.get(), forecast, Map.of(), Map.of());
      }
    }
    return Optional.ofNullable(best).map(found -> found.withPieces(planner, request, profile));
  }

  private BestRedundancy withPieces(Planner planner, PlanRequest request, WorkerProfile profile) {
    PlanSizes sizes = plan.sizes();
    double compute = sizes.workerMultiplyAdds() * profile.secondsPerMultiplyAdd();
    DelayModel tasks = new Speeds(List.of(1 / compute), profile.slowness());
    double messages = Forecaster.messageSeconds(profile.network(), sizes);
    int workers = plan.code().parameters().workers();
    List<Strategy> strategies = new ArrayList<>();
    Pieces pieces = Pieces.of(planner, request.tolerating(stragglers), plan);
    new PiecewiseEntrants(plan, pieces, messages, 0)
        .all(tasks)
        .forEach(entrant -> strategies.add(entrant.strategy()));
    if (!(request.requirement().operation() instanceof Operation.Convolution)) {
      // coded, convolutions take less than all work, so that work bounds nothing
      strategies.add(new WorkConserving("bound", workers, 1 / plan.price().work()));
    }
    if (strategies.isEmpty()) {
      return new BestRedundancy(stragglers, plan, forecast, Map.of(), pieces.reasons());
    }
    Comparison comparison = Comparison.play(strategies, tasks, ROUNDS, SEED);
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Comparison.Track track : comparison.tracks()) {
      String name = track.strategy().name();
      seconds.put(name, track.summary().mean() + (name.equals("bound") ? messages : 0));
    }
    return new BestRedundancy(stragglers, plan, forecast, seconds, pieces.reasons());
  }

  /** One line for people. */
  public String sentence() {
    StringBuilder line = new StringBuilder();
    line.append(
        "fastest at S = %d: %s, %.3g s expected"
            .formatted(stragglers, plan.name(), forecast.expectedSeconds()));
    String before = "; ";
    for (Map.Entry<String, String> way : WORDS.entrySet()) {
      Double seconds = roundSeconds.get(way.getKey());
      if (seconds != null) {
        line.append(before).append("%s %.3g s".formatted(way.getValue(), seconds));
        before = ", ";
      }
    }
    leftOut.forEach(
        (way, reason) -> line.append("; no %s: %s".formatted(Pieces.title(way), reason)));
    return line.toString();
  }
}
