package io.lagrid.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Naive;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Script;
import io.lagrid.engine.cluster.ScriptedCluster;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.map.MapSession;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.map.Mapped;
import io.lagrid.engine.plan.Caps;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanSizes;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.Elementwise;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.Strategy;
import io.lagrid.engine.statistics.OrderStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forecasts of operations other than products: precision, prices, and what they are timed as. */
class OperationForecastTest {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());
  private static final int WORKERS = 10;
  private static final Settings SETTINGS = Settings.DEFAULT.withTolerance(Tolerance.stragglers(2));

  private static final Settings EXACT = SETTINGS.withArithmetic(Settings.ArithmeticChoice.EXACT);

  private static Convolution convolution(int left, int right) {
    return new Convolution(
        new Layer(1, 1, 1, Axis.linear(left, right), Axis.TRIVIAL), Way.BY_INPUT);
  }

  private static PlanRequest map(String function, int workers, Tolerance tolerance) {
    Requirement requirement =
        new Requirement(
            new Operation.Map(4, 4, 8), workers, tolerance, false, false, Optional.empty());
    return MapSession.planning(
        FunctionCatalog.named(function), requirement, MapSettings.DEFAULT, Caps.NONE);
  }

  @Test
  void aRealConvolutionErrsLessThanForecast() {
    Randomness random = Randomness.insecure(3);
    Matrix a = Naive.doubles(60, 1, random);
    Matrix b = Naive.doubles(50, 1, random);
    PlanRequest request = Convolutions.planning(convolution(60, 50), WORKERS, SETTINGS);
    Plan plan = PLANNER.best(request);
    double forecast = request.precision(plan).errorBound();
    assertThat(forecast).isBetween(1e-17, 1e-8);
    try (ScriptedCluster cluster = new ScriptedCluster(WORKERS, Script.inTurn())) {
      Result<Matrix> result = Convolutions.on(Lagrid.on(cluster).with(SETTINGS)).linear(a, b);
      assertThat(result.report().price()).isEqualTo(plan.price());
      double norms = Math.sqrt(squares(a) * squares(b));
      for (int k = 0; k < 109; k++) {
        double exact = 0;
        for (int i = Math.max(0, k - 49); i <= Math.min(k, 59); i++) {
          exact += a.get(i, 0) * b.get(k - i, 0);
        }
        assertThat(result.value().get(k, 0)).isCloseTo(exact, within(forecast * norms));
      }
    }
  }

  private static double squares(Matrix matrix) {
    return Arrays.stream(matrix.toArray()).map(x -> x * x).sum();
  }

  @Test
  void realMapsErrLessThanForecast() {
    Matrix x = Naive.doubles(40, 3, Randomness.insecure(4));
    double largest = Arrays.stream(x.toArray()).map(Math::abs).max().orElseThrow();
    Arrays.setAll(x.data(), i -> x.data()[i] / largest);
    for (PolynomialMap map : List.of(new Gram(), Elementwise.parse("x^3 - 2*x"))) {
      List<BlockShape> shapes = List.of(new BlockShape(40, 3));
      PlanRequest request = Evaluator.planning(map, shapes, WORKERS, SETTINGS);
      Plan plan = PLANNER.best(request);
      double forecast = request.precision(plan).errorBound();
      assertThat(forecast).as(map.name()).isBetween(1e-17, 1e-8);
      double bound = map.bound(new double[] {1}, shapes);
      try (ScriptedCluster cluster = new ScriptedCluster(WORKERS, Script.inTurn())) {
        Result<Matrix> result = Evaluator.on(Lagrid.on(cluster).with(SETTINGS)).evaluate(map, x);
        assertThat(result.report().price()).isEqualTo(plan.price());
        Matrix exact =
            map instanceof Gram
                ? Naive.product(x.transpose(), x)
                : Matrix.of(
                    40, 3, Arrays.stream(x.toArray()).map(e -> e * e * e - 2 * e).toArray());
        for (int i = 0; i < exact.rows(); i++) {
          for (int j = 0; j < 3; j++) {
            assertThat(result.value().get(i, j))
                .as(map.name())
                .isCloseTo(exact.get(i, j), within(forecast * bound));
          }
        }
      }
    }
  }

  /** On the data of the forecast itself, from all answers, nothing is left to chance but λ. */
  @Test
  void anEstimateIsAboutAsPreciseAsForecast() {
    for (String name : List.of("tanh", "softmax", "eigenvalues")) {
      BlockFunction function = FunctionCatalog.named(name);
      boolean square = name.equals("eigenvalues");
      List<Matrix> blocks = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        Matrix block = Matrix.zeros(square ? 8 : 4, 8);
        double turn = Math.PI * k / 4;
        Arrays.setAll(block.data(), i -> Math.sin(1 + i + turn));
        blocks.add(block);
      }
      Requirement requirement =
          new Requirement(
              new Operation.Map(4, square ? 8 : 4, 8),
              40,
              Tolerance.NONE,
              false,
              false,
              Optional.empty());
      PlanRequest request =
          MapSession.planning(function, requirement, MapSettings.DEFAULT, Caps.NONE);
      Plan plan = PLANNER.best(request);
      double forecast = request.precision(plan).relativeError();
      try (ScriptedCluster cluster = new ScriptedCluster(40, Script.inTurn())) {
        Result<Mapped> result = Lagrid.on(cluster).map(function, blocks, MapSettings.DEFAULT);
        assertThat(result.report().price()).isEqualTo(plan.price());
        double errors = 0;
        double squares = 0;
        for (int k = 0; k < 4; k++) {
          Matrix exact = function.apply(blocks.get(k));
          Matrix found = result.value().blocks().get(k);
          squares += squares(exact);
          for (int i = 0; i < exact.data().length; i++) {
            errors += Math.pow(exact.data()[i] - found.toArray()[i], 2);
          }
        }
        assertThat(Math.sqrt(errors / squares) / forecast).as(name).isBetween(0.2, 5.0);
      }
    }
  }

  @Test
  void moreAnswersAndFewerColludersArePreciser() {
    double none = error(map("tanh", 30, Tolerance.stragglers(2)));
    assertThat(error(map("tanh", 30, Tolerance.stragglers(8)))).isGreaterThan(2 * none);
    assertThat(error(map("tanh", 30, Tolerance.stragglers(2).colluders(2))))
        .isGreaterThan(2 * none);
  }

  private static double error(PlanRequest request) {
    return request.precision(PLANNER.best(request)).relativeError();
  }

  @Test
  void plainChunksAreAsShortAsWorkersAllow() {
    PlanRequest request = Convolutions.planning(convolution(900, 900), 9, SETTINGS);
    Alternatives alternatives = new Alternatives(PLANNER, request, Network.INSTANT);
    Plan uncoded = alternatives.uncoded().orElseThrow();
    assertThat(PlanSizes.plainBlocks(uncoded.code().parameters())).hasValue(9); // 3 times 3
    assertThat(uncoded.price().work()).isEqualTo(1.0 / 9);
    assertThat(uncoded.sizes().encodeMultiplyAdds()).isZero();
    Plan twice = alternatives.replicated(2).orElseThrow();
    assertThat(PlanSizes.plainBlocks(twice.code().parameters())).hasValue(4); // 2 times 2
    assertThat(alternatives.replicated(10)).isEmpty();
  }

  @Test
  void blocksOfAFunctionAreRepeatedWhereThereAreWorkers() {
    PlanRequest request = map("tanh", 9, Tolerance.stragglers(2));
    Alternatives alternatives = new Alternatives(PLANNER, request, Network.INSTANT);
    assertThat(alternatives.replicated(2).orElseThrow().price().work()).isEqualTo(1.0 / 4);
    assertThat(alternatives.replicated(3)).as("4 blocks at 3 of 9 workers").isEmpty();
  }

  @Test
  void chunksTooLongToBeCheckedAreRefused() {
    Settings checked = Settings.DEFAULT.withTolerance(Tolerance.stragglers(0).adversaries(1));
    PlanTable table =
        PLANNER.table(Convolutions.planning(convolution(50_000_000, 50_000_000), 8, checked));
    assertThat(table.plans()).isEmpty();
    assertThat(table.refused())
        .filteredOn(refused -> refused.code().equals("convolution"))
        .singleElement()
        .satisfies(refused -> assertThat(refused.reason()).contains("too long to be checked"));
  }

  @Test
  void anEstimateIsTimedByTheAnswersWaitedFor() {
    PlanRequest request = map("tanh", 11, Tolerance.stragglers(2).adversaries(1));
    assertThat(request.located()).isZero();
    Plan plan = PLANNER.best(request);
    assertThat(plan.answers()).isEqualTo(9);
    assertThat(plan.code().parameters().recoveryThreshold()).isEqualTo(2);
    WorkerProfile profile =
        new WorkerProfile(1e-6, new Distribution.ShiftedExponential(1, 2), Network.INSTANT);
    Forecast forecast = new Forecaster(profile, request).forecast(plan);
    double expected = OrderStatistics.shiftedExponential(9, 11, 1, 2);
    double work = 4 * 8 * 1e-6;
    assertThat(forecast.expectedSeconds() - forecast.encodeSeconds() - forecast.decodeSeconds())
        .isCloseTo(work * expected, within(1e-9));
  }

  @Test
  void mapsArePlayedInPiecesButNotRateless() {
    PlanRequest request =
        Evaluator.planning(new Gram(), List.of(new BlockShape(90, 4)), WORKERS, EXACT);
    Lineup lineup = new Lineup(PLANNER, request, Lineup.Terms.PROPORTIONAL);
    Lineup.Baselines baselines =
        lineup.baselines(PLANNER.best(request), new Distribution.ShiftedExponential(1, 2));
    List<String> names =
        baselines.entrants().stream().map(Entrant::strategy).map(Strategy::name).toList();
    assertThat(names).contains("uncoded", "replicated", "speculative", "bound");
    assertThat(names).contains("partial", "adaptive", "heterogeneous").doesNotContain("rateless");
    assertThat(baselines.leftOut()).containsOnlyKeys("rateless code");
    assertThat(baselines.leftOut().get("rateless code")).contains("it codes products");
    CodeParameters best = PLANNER.best(request).code().parameters();
    assertThat(best.code()).isEqualTo("lcc");
  }

  /** Ten pieces a task are what a run with {@code --pieces 10} is planned as. */
  @Test
  void piecesOfMapsAndConvolutionsArePlannedAsSoManyWorkers() {
    for (PlanRequest request :
        List.of(
            Evaluator.planning(new Gram(), List.of(new BlockShape(900, 4)), WORKERS, EXACT),
            Convolutions.planning(convolution(600, 500), WORKERS, EXACT))) {
      Plan plan = PLANNER.best(request);
      Pieces pieces = Pieces.of(PLANNER, request, plan);
      Tolerance finer = Tolerance.stragglers(10 * request.requirement().tolerance().stragglers());
      Plan cut = PLANNER.best(request.tolerating(10 * WORKERS, finer));
      assertThat(cut.name()).isEqualTo(plan.name());
      assertThat(pieces.needed()).isEqualTo(cut.code().parameters().recoveryThreshold());
      assertThat(pieces.scale())
          .isEqualTo(cut.sizes().workerMultiplyAdds() / plan.sizes().workerMultiplyAdds());
      assertThat(10 * pieces.scale()).as("no more work than whole").isLessThan(1.05);
    }
  }

  @Test
  void whatIsNotPlayedInPiecesSaysWhy() {
    PlanRequest doubles =
        Evaluator.planning(new Gram(), List.of(new BlockShape(900, 4)), WORKERS, SETTINGS);
    assertThat(Pieces.of(PLANNER, doubles, PLANNER.best(doubles)).reasons().get(Pieces.PARTIAL))
        .isEqualTo("for 100 pieces in floating point the planner takes repetition, not lcc");
    PlanRequest estimate = map("tanh", WORKERS, Tolerance.stragglers(2));
    Pieces none = Pieces.of(PLANNER, estimate, PLANNER.best(estimate));
    assertThat(none.reasons()).containsOnlyKeys(Pieces.PARTIAL, Pieces.RATELESS);
    assertThat(none.reasons().get(Pieces.PARTIAL)).contains("not the same estimate");
  }

  /** Pieces of slow workers count: a round in pieces is over before one in whole answers. */
  @Test
  void piecesBeatWholeAnswersOfMapsAndConvolutions() {
    Distribution slowness = new Distribution.ShiftedExponential(1, 1);
    for (PlanRequest request :
        List.of(
            Evaluator.planning(new Gram(), List.of(new BlockShape(900, 4)), WORKERS, EXACT),
            Convolutions.planning(convolution(600, 500), WORKERS, EXACT))) {
      Lineup lineup = new Lineup(PLANNER, request, Lineup.Terms.PROPORTIONAL);
      Plan plan = PLANNER.best(request);
      List<Strategy> strategies = new ArrayList<>();
      strategies.add(lineup.coded("coded", plan, plan).strategy());
      lineup.baselines(plan, slowness).entrants().stream()
          .filter(entrant -> entrant.key().equals(Pieces.PARTIAL))
          .forEach(entrant -> strategies.add(entrant.strategy()));
      Comparison comparison = Comparison.play(strategies, slowness, 2000, 1);
      assertThat(comparison.tracks()).hasSize(2);
      assertThat(comparison.tracks().get(1).summary().mean())
          .isLessThan(comparison.tracks().get(0).summary().mean());
    }
  }

  @Test
  void theBestRedundancyOfMapsTellsPiecesToo() {
    PlanRequest request =
        Evaluator.planning(new Gram(), List.of(new BlockShape(900, 4)), WORKERS, EXACT);
    BestRedundancy best = BestRedundancy.of(PLANNER, request, WorkerProfile.TYPICAL).orElseThrow();
    assertThat(best.roundSeconds())
        .containsOnlyKeys(Pieces.PARTIAL, "adaptive", "heterogeneous", "bound");
    assertThat(best.leftOut()).containsOnlyKeys(Pieces.RATELESS);
    assertThat(best.sentence()).contains("; a round in pieces ").contains("; no rateless code: ");
  }
}
