package io.lagrid.engine.forecast;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.product.RepetitionParameters;
import io.lagrid.codes.product.UncodedParameters;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether coding pays for speed alone: the best plan of a request beside plain blocks on the same
 * workers, uncoded and replicated.
 *
 * @param plan the plan
 * @param forecast its forecast
 * @param plain the plain alternative with the least expected time, if there is one
 * @param plainForecast its forecast; that of the plan if there is none
 */
public record Advice(Plan plan, Forecast forecast, Optional<Plan> plain, Forecast plainForecast) {

  private static final int MOST_COPIES = 4;

  /** Compares a plan with plain blocks. */
  public static Advice on(Plan plan, Planner planner, PlanRequest request, WorkerProfile profile) {
    Forecaster forecaster = new Forecaster(profile, request);
    Alternatives alternatives = new Alternatives(planner, request, profile.network());
    List<Plan> plain =
        Stream.concat(
                alternatives.uncoded().stream(),
                IntStream.rangeClosed(2, MOST_COPIES)
                    .mapToObj(alternatives::replicated)
                    .flatMap(Optional::stream))
            .toList();
    Forecast own = forecaster.forecast(plan);
    Optional<Plan> best = Optional.empty();
    Forecast bestForecast = own;
    for (Plan each : plain) {
      Forecast forecast = new Forecaster(profile, request).forecast(each);
      if (best.isEmpty() || forecast.expectedSeconds() < bestForecast.expectedSeconds()) {
        best = Optional.of(each);
        bestForecast = forecast;
      }
    }
    return new Advice(plan, own, best, bestForecast);
  }

  /** Whether the plan is expected to be faster than every plain alternative. */
  public boolean pays() {
    return plain.isEmpty() || forecast.expectedSeconds() < plainForecast.expectedSeconds();
  }

  /** One line for people. */
  public String sentence() {
    if (plain.isEmpty() || PlanSizes.plainBlocks(plan.code().parameters()).isPresent()) {
      return "plain blocks: nothing is coded";
    }
    String name = name(plain.get());
    return pays()
        ? "coding pays: %.3g s expected (p99 %.3g s), %s %.3g s (p99 %.3g s)"
            .formatted(
                forecast.expectedSeconds(),
                forecast.p99Seconds(),
                name,
                plainForecast.expectedSeconds(),
                plainForecast.p99Seconds())
        : "do not code this for speed: %s is expected to take %.3g s (p99 %.3g s), the code %.3g s"
                .formatted(
                    name,
                    plainForecast.expectedSeconds(),
                    plainForecast.p99Seconds(),
                    forecast.expectedSeconds())
            + " (p99 %.3g s)".formatted(forecast.p99Seconds());
  }

  /** Blocks of which every worker but the last few has its own are not repeated. */
  private static String name(Plan plain) {
    CodeParameters code = plain.code().parameters();
    int blocks = PlanSizes.plainBlocks(code).orElseThrow();
    return code.workers() / blocks == 1
        ? UncodedParameters.UNCODED
        : RepetitionParameters.REPETITION;
  }
}
