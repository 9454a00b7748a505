package io.lagrid.cli.forecast;

import io.lagrid.cli.plot.Plot;
import io.lagrid.cli.plot.Plot.Axis;
import io.lagrid.cli.plot.Series;
import io.lagrid.cli.plot.Series.Style;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What there is to trade in an operation, as a plot: thresholds against storage for products,
 * against the number of chunks for convolutions, precision against answers for functions, and for
 * all others what is tolerated against work.
 */
public final class PlanningPlots {

  /** So many workers that no code is left out for want of them. */
  private static final int MANY = 4096;

  private static final int MOST_CHUNKS = 8;
  private static final int MOST_PARTS = 12;
  private static final int MOST_POINTS = 40;

  private final Question question;

  private PlanningPlots(Question question) {
    this.question = question;
  }

  /** The operation's plot; empty if no plan gives it a point. */
  public static Optional<Plot> of(Question question) {
    PlanningPlots plots = new PlanningPlots(question);
    Operation operation = question.request().requirement().operation();
    if (operation instanceof Operation.Convolution) {
      return Optional.of(plots.thresholds());
    }
    if (operation instanceof Operation.Map) {
      return plots.precision();
    }
    return operation instanceof Operation.Product product && product.batch() == 1
        ? Optional.of(plots.storage())
        : plots.tolerance();
  }

  private Plot thresholds() {
    IntFunction<CodeParameters> convolution = p -> ConvolutionParameters.whole(MANY, p, p, 0);
    IntFunction<CodeParameters> product = p -> EntangledParameters.polynomial(MANY, p, p);
    return new Plot(
        "thresholds",
        "Answers needed where a worker stores 1/p of either operand",
        Axis.linear("chunks of A, chunks of B: p = q"),
        Axis.linear("answers needed, R"),
        List.of(
            series("coded convolution: p + q − 1", MOST_CHUNKS, convolution),
            series("coded product: p·q", MOST_CHUNKS, product),
            available(1, MOST_CHUNKS)));
  }

  private static Series series(String name, int most, IntFunction<CodeParameters> code) {
    double[] x = IntStream.rangeClosed(1, most).asDoubleStream().toArray();
    return new Series(
        name,
        x,
        IntStream.rangeClosed(1, most)
            .mapToDouble(p -> code.apply(p).recoveryThreshold())
            .toArray(),
        Style.MARKED);
  }

  /** The answers that the workers give if as many fail as is to be tolerated. */
  private Series available(double from, double to) {
    int answers = question.request().requirement().largestThreshold();
    String name =
        "answers left to %d workers by what is tolerated"
            .formatted(question.request().requirement().workers());
    return new Series(name, new double[] {from, to}, new double[] {answers, answers}, Style.LINE);
  }

  private Plot storage() {
    List<Series> series = new ArrayList<>();
    for (int p = 1; p <= 4; p++) {
      series.add(storage(p == 1 ? "p = 1, polynomial" : "p = " + p, p, p));
    }
    series.add(storage("m = n = 1, MatDot", 1, 0));
    series.add(available(1.0 / MOST_PARTS, 1));
    return new Plot(
        "storage",
        "Answers needed where a worker stores that much of either operand",
        Axis.logarithmic("stored of either operand, 1/(pm) = 1/(pn)"),
        Axis.logarithmic("answers needed, R"),
        series);
  }

  /**
   * The thresholds of entangled codes at 1/k of either operand, from the largest k on.
   *
   * @param step k is a multiple of this
   * @param p the cuts of the shared dimension; 0 for k
   */
  private static Series storage(String name, int step, int p) {
    int[] parts =
        IntStream.iterate(MOST_PARTS - MOST_PARTS % step, k -> k > 0, k -> k - step).toArray();
    IntToDoubleFunction threshold =
        k -> {
          int shared = p == 0 ? k : p;
          Partition cut = new Partition(shared, k / shared, k / shared);
          return EntangledParameters.entangled(MANY, cut, 0).recoveryThreshold();
        };
    return new Series(
        name,
        IntStream.of(parts).mapToDouble(k -> 1.0 / k).toArray(),
        IntStream.of(parts).mapToDouble(threshold).toArray(),
        Style.MARKED);
  }

  private Optional<Plot> tolerance() {
    List<Series> series = new ArrayList<>();
    for (int colluders : new int[] {0, 1, 3}) {
      for (int adversaries : new int[] {0, 1}) {
        series.add(tolerance(adversaries, colluders));
      }
    }
    series.removeIf(line -> line.x().length == 0);
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plot(
                "tolerance",
                "What stragglers, adversaries A and colluders T cost on %d workers"
                    .formatted(question.request().requirement().workers()),
                Axis.linear("stragglers tolerated, S"),
                Axis.linear("parts of which a worker does one: 1/work"),
                series));
  }

  private Series tolerance(int adversaries, int colluders) {
    int workers = question.request().requirement().workers();
    List<double[]> points = new ArrayList<>();
    int step = (workers - 1) / MOST_POINTS + 1;
    for (int s = 0; s < workers; s += step) {
      OptionalDouble parts = parts(new Tolerance(s, adversaries, colluders));
      if (parts.isEmpty()) {
        break;
      }
      points.add(new double[] {s, parts.getAsDouble()});
    }
    return series("A = %d, T = %d".formatted(adversaries, colluders), points);
  }

  private static Series series(String name, List<double[]> points) {
    return new Series(
        name,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray(),
        Style.MARKED);
  }

  private OptionalDouble parts(Tolerance tolerance) {
    try {
      PlanRequest request =
          question.asked().planning().apply(question.asked().settings().withTolerance(tolerance));
      List<Plan> plans = question.planner().table(request).plans();
      return plans.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(1 / plans.get(0).price().work());
    } catch (IllegalArgumentException e) {
      return OptionalDouble.empty(); // these settings are not for this tolerance
    }
  }

  private Optional<Plot> precision() {
    List<Series> series = new ArrayList<>();
    for (CurveScheme scheme : CurveScheme.values()) {
      series.add(series(scheme.code(), precision(scheme)));
    }
    series.removeIf(line -> line.x().length == 0);
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plot(
                "precision",
                "Error of estimates by %d workers on smooth data, at the worst of a few sets"
                    .formatted(question.request().requirement().workers()),
                Axis.linear("answers"),
                Axis.logarithmic("relative error"),
                series));
  }

  private List<double[]> precision(CurveScheme scheme) {
    PlanRequest request = question.request().by(scheme.code());
    int workers = request.requirement().workers();
    int step = (workers - 1) / MOST_POINTS + 1;
    List<double[]> points = new ArrayList<>();
    for (int answers = 1; answers <= workers; answers += step) {
      PlanRequest fewer = request.tolerating(workers - answers);
      for (Plan plan : question.planner().table(fewer).plans()) {
        double error = fewer.precision(plan).relativeError();
        points.add(new double[] {answers, error});
      }
    }
    return points;
  }
}
