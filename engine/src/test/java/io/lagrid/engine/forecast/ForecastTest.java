package io.lagrid.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.sim.CostModel;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.statistics.LatencySummary;
import io.lagrid.engine.statistics.OrderStatistics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forecasts against formulas, and against rounds of the real code on a simulated cluster. */
class ForecastTest {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());
  private static final Distribution SLOWNESS = new Distribution.ShiftedExponential(1, 2);

  private static PlanRequest request(
      int side, int workers, Tolerance tolerance, String code, Partition partition) {
    return new PlanRequest(
        new Requirement(
            Operation.Product.of(side, side, side),
            workers,
            tolerance,
            false,
            false,
            Optional.ofNullable(partition)),
        Optional.ofNullable(code),
        1,
        Long.MAX_VALUE);
  }

  @Test
  void aForecastIsMessagesAndWorkByTheOrderStatistic() {
    PlanRequest request =
        request(60, 12, Tolerance.stragglers(3), "polynomial", new Partition(1, 3, 3));
    Plan plan = PLANNER.best(request);
    WorkerProfile profile = new WorkerProfile(1e-6, SLOWNESS, new Network(0.01, 1e6));
    Forecast forecast = new Forecaster(profile, request).forecast(plan);

    double bytes = 8.0 * (20 * 60 + 60 * 20 + 20 * 20);
    double work = 20.0 * 60 * 20 * 1e-6;
    double round = 0.02 + bytes / 1e6 + work * OrderStatistics.shiftedExponential(9, 12, 1, 2);
    double encode = 12.0 * (3 * 20 * 60 + 3 * 60 * 20) * 1e-6;
    double decode = 9.0 * 9 * 20 * 20 * 1e-6;
    assertThat(forecast.encodeSeconds()).isCloseTo(encode, within(1e-12));
    assertThat(forecast.decodeSeconds()).isCloseTo(decode, within(1e-12));
    assertThat(forecast.expectedSeconds()).isCloseTo(round + encode + decode, within(1e-6));
    assertThat(forecast.p99Seconds()).isGreaterThan(forecast.expectedSeconds());
  }

  @Test
  void realRoundsInVirtualTimeAgreeWithTheForecast() {
    for (String code :
        List.of("polynomial", "matdot", "lcc", "repetition", "rotation", "orthopoly")) {
      PlanRequest request = request(12, 9, Tolerance.stragglers(2), code, null);
      Plan plan = PLANNER.best(request);
      WorkerProfile profile = new WorkerProfile(1e-4, SLOWNESS, new Network(0.01, 1e5));
      Forecast forecast = new Forecaster(profile, request).forecast(plan);
      double round =
          forecast.expectedSeconds() - forecast.encodeSeconds() - forecast.decodeSeconds();
      LatencySummary summary = LatencySummary.of(rounds(request, plan, profile, 400));
      assertThat(summary.mean())
          .as("%s %s", code, ((ProductCode) plan.code()).partition())
          .isCloseTo(round, within(5 * summary.standardError() + 1e-6));
    }
  }

  /** From the dispatch, shares travelling, to the answer that makes the result decodable. */
  private static double[] rounds(PlanRequest request, Plan plan, WorkerProfile profile, int count) {
    Randomness random = Randomness.insecure(6);
    Matrix a = Naive.doubles(12, 12, random);
    Matrix b = Naive.doubles(12, 12, random);
    double[] seconds = new double[count];
    try (SimulatedCluster cluster =
        SimulatedCluster.builder(9, profile.slowness(), Randomness.insecure(2))
            .network(profile.network())
            .costs(CostModel.perMultiplyAdd(profile.secondsPerMultiplyAdd()))
            .open()) {
      Settings settings =
          Settings.DEFAULT
              .withTolerance(request.requirement().tolerance())
              .withCode(plan.code().parameters().code())
              .withPartition(((ProductCode) plan.code()).partition());
      for (int i = 0; i < count; i++) {
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        assertThat(Naive.relativeError(result.value(), Naive.product(a, b), a, b))
            .isLessThan(result.report().errorBound());
        seconds[i] = result.report().seconds().await();
      }
    }
    return seconds;
  }

  @Test
  void dependentWorkersAreForecastFromDrawnRounds() {
    PlanRequest request = request(60, 8, Tolerance.stragglers(2), "polynomial", null);
    Plan plan = PLANNER.best(request);
    DelayModel equal = new Speeds(List.of(1.0), SLOWNESS);
    Forecast drawn =
        new Forecaster(new WorkerProfile(1e-6, equal, Network.INSTANT), request).forecast(plan);
    Forecast exact =
        new Forecaster(new WorkerProfile(1e-6, SLOWNESS, Network.INSTANT), request).forecast(plan);
    assertThat(drawn.expectedSeconds() / exact.expectedSeconds()).isCloseTo(1, within(0.03));
    assertThat(drawn.p99Seconds() / exact.p99Seconds()).isCloseTo(1, within(0.1));
  }

  @Test
  void liarsToLocateCostAnswers() {
    Requirement requirement =
        new Requirement(
            Operation.Product.of(60, 60, 60),
            12,
            Tolerance.stragglers(1).adversaries(1),
            true,
            false,
            Optional.of(new Partition(1, 3, 3)));
    PlanRequest request =
        new PlanRequest(requirement, Optional.of("polynomial"), 1, Long.MAX_VALUE);
    Plan plan = PLANNER.best(request);
    WorkerProfile profile = new WorkerProfile(1e-6, SLOWNESS, Network.INSTANT);
    Forecast forecast = new Forecaster(profile, request).forecast(plan);
    double round = 20.0 * 60 * 20 * 1e-6 * OrderStatistics.shiftedExponential(10, 12, 1, 2);
    assertThat(forecast.expectedSeconds() - forecast.encodeSeconds() - forecast.decodeSeconds())
        .isCloseTo(round, within(1e-6));
  }

  @Test
  void codingIsAdvisedAgainstWhereNobodyIsSlow() {
    PlanRequest request = request(600, 12, Tolerance.stragglers(3), null, null);
    Plan plan = PLANNER.best(request);
    WorkerProfile even = new WorkerProfile(1e-9, new Distribution.Constant(1), Network.INSTANT);
    Advice against = Advice.on(plan, PLANNER, request, even);
    assertThat(against.pays()).isFalse();
    assertThat(against.sentence()).startsWith("do not code this for speed: uncoded is expected");

    WorkerProfile uneven = even.withSlowness(new Distribution.Bimodal(0.1, 1, 50));
    Advice small = Advice.on(plan, PLANNER, request, uneven);
    assertThat(small.sentence())
        .as("encoding costs more than three copies")
        .startsWith("do not code this for speed: repetition is expected");

    PlanRequest larger = request(6000, 12, Tolerance.stragglers(3), null, null);
    Advice advice = Advice.on(PLANNER.best(larger), PLANNER, larger, uneven);
    assertThat(advice.pays()).isTrue();
    assertThat(advice.sentence()).startsWith("coding pays: ");
  }

  @Test
  void theFrontKeepsWhatNothingBeats() {
    boolean[] front =
        ParetoFront.of(
            List.of(
                new double[] {1, 5},
                new double[] {2, 2},
                new double[] {3, 3},
                new double[] {2, 2},
                new double[] {5, 1}));
    assertThat(front).containsExactly(true, true, false, true, true);
  }

  @Test
  void realErrorsAreBoundedBeforeTheRun() {
    Randomness random = Randomness.insecure(3);
    Matrix a = Naive.doubles(30, 30, random);
    Matrix b = Naive.doubles(30, 30, random);
    for (String code : List.of("polynomial", "matdot", "repetition", "rotation", "orthopoly")) {
      PlanRequest request = request(30, 10, Tolerance.stragglers(2), code, null);
      Plan plan = PLANNER.best(request);
      double forecast = request.precision(plan).errorBound();
      assertThat(forecast).as(code).isBetween(1e-17, 1e-6);
      try (SimulatedCluster cluster =
          SimulatedCluster.builder(10, SLOWNESS, Randomness.insecure(2)).open()) {
        Settings settings =
            Settings.DEFAULT
                .withTolerance(request.requirement().tolerance())
                .withCode(code)
                .withPartition(((ProductCode) plan.code()).partition());
        Result<Matrix> result = Lagrid.on(cluster).with(settings).multiply(a, b);
        assertThat(Naive.relativeError(result.value(), Naive.product(a, b), a, b))
            .as(code)
            .isLessThan(forecast);
      }
    }
  }

  @Test
  void profilesAreChecked() {
    assertThatThrownBy(() -> WorkerProfile.TYPICAL.withSecondsPerMultiplyAdd(0))
        .hasMessageContaining("0.0 seconds per multiply-add");
    assertThatThrownBy(() -> new Lineup.Terms(Network.INSTANT, 2))
        .hasMessageContaining("a fixed share of 2.0");
  }
}
