package io.lagrid.engine.forecast;

import io.lagrid.codes.approximate.ApproximateCode;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.simulate.Coded;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.FirstAnswers;
import io.lagrid.engine.simulate.Replicated;
import io.lagrid.engine.simulate.Strategy;
import io.lagrid.engine.simulate.TaskLoad;
import io.lagrid.engine.statistics.CompletionLaw;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.List;
import java.util.OptionalInt;

/**
 * Forecasts how long plans take on workers of a profile. A worker's task takes
 *
 * <pre>
 * 2·latency + (share + answer)/bandwidth + multiply–adds · seconds per multiply–add · slowness.
 * </pre>
 *
 * <p>If the slowness of workers is independent, the mean and the quantile of the round follow from
 * the law of its order statistic; else from {@value #ROUNDS} rounds drawn from a fixed seed.
 * Encoding and decoding are counted at the worker's speed; blocks of few rows reach less.
 *
 * <p>Immutable and thread-safe.
 */
public final class Forecaster {

  private static final int ROUNDS = 2000;
  private static final long SEED = 1;

  private final WorkerProfile profile;
  private final PlanRequest request;

  /**
   * A forecaster for one request.
   *
   * @param request what the plans were made for
   */
  public Forecaster(WorkerProfile profile, PlanRequest request) {
    this.profile = profile;
    this.request = request;
  }

  /** The forecast for one plan. */
  public Forecast forecast(Plan plan) {
    PlanSizes sizes = plan.sizes();
    double encode = sizes.encodeMultiplyAdds() * profile.secondsPerMultiplyAdd();
    double decode = sizes.decodeMultiplyAdds() * profile.secondsPerMultiplyAdd();
    double[] round = round(plan, load(sizes));
    return new Forecast(encode + round[0] + decode, encode + round[1] + decode, encode, decode);
  }

  private TaskLoad load(PlanSizes sizes) {
    return new TaskLoad(
        messageSeconds(profile.network(), sizes),
        sizes.workerMultiplyAdds() * profile.secondsPerMultiplyAdd());
  }

  static double messageSeconds(Network network, PlanSizes sizes) {
    return 2 * network.latencySeconds()
        + (sizes.shareBytes() + sizes.answerBytes()) / network.bytesPerSecond();
  }

  /** Mean and 99th percentile of the round. */
  private double[] round(Plan plan, TaskLoad load) {
    if (profile.slowness() instanceof Distribution distribution) {
      CompletionLaw law = law(plan);
      return new double[] {
        load.seconds(law.expected(distribution)), load.seconds(law.quantile(distribution, 0.99))
      };
    }
    LatencySummary summary =
        Comparison.play(
                List.of(strategy("", plan, request.located(), load)),
                profile.slowness(),
                ROUNDS,
                SEED)
            .tracks()
            .get(0)
            .summary();
    return new double[] {summary.mean(), summary.p99()};
  }

  private CompletionLaw law(Plan plan) {
    int workers = plan.code().parameters().workers();
    OptionalInt plain = PlanSizes.plainBlocks(plan.code().parameters());
    if (plain.isPresent() && request.located() == 0) {
      return CompletionLaw.anyOfEach(plain.getAsInt(), workers);
    }
    return CompletionLaw.anyOf(needed(plan, request.located()), workers);
  }

  /** How many answers give the result for certain if nobody lies. */
  static int needed(Plan plan, int located) {
    return Math.min(plan.answers() + located, plan.code().parameters().workers());
  }

  /**
   * How the plan's rounds are timed: plain blocks by the fastest worker of each, codes by their own
   * decoder, and with liars to locate, or codes that any number of answers satisfies, by the number
   * of answers that are waited for.
   */
  static Strategy strategy(String name, Plan plan, int located, TaskLoad load) {
    int workers = plan.code().parameters().workers();
    OptionalInt plain = PlanSizes.plainBlocks(plan.code().parameters());
    if (located == 0 && plain.isPresent()) {
      return new Replicated(name, workers, plain.getAsInt(), load);
    }
    return located > 0 || plan.code() instanceof ApproximateCode
        ? new FirstAnswers(name, workers, needed(plan, located), load)
        : new Coded(name, plan.code(), load);
  }
}
