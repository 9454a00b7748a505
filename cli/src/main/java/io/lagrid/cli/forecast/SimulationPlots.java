package io.lagrid.cli.forecast;

import io.lagrid.cli.plot.Plot;
import io.lagrid.cli.plot.Plot.Axis;
import io.lagrid.cli.plot.Series;
import io.lagrid.cli.plot.Series.Style;
import io.lagrid.engine.forecast.ToleranceSweep;
import io.lagrid.engine.simulate.Comparison.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The plots of a simulation. */
public final class SimulationPlots {

  private static final int CURVE_POINTS = 400;
  private static final int SHOWN_ROUNDS = 60;

  /** Where times differ by more than this, they are shown on a logarithmic axis. */
  private static final double WIDE = 12;

  /** What differs too little from others to be drawn beside them. */
  private static final Set<String> NOT_DRAWN = Set.of("speculativeSpark3", "retried", "ignoring");

  private static final Set<String> ROUND_BY_ROUND =
      Set.of(Simulation.CODED, "uncoded", "replicated", "speculative");

  private final Simulation simulation;

  private SimulationPlots(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Every plot there is enough to show for. */
  public static List<Plot> of(Simulation simulation) {
    SimulationPlots plots = new SimulationPlots(simulation);
    List<Plot> all = new ArrayList<>();
    all.add(plots.distribution());
    all.add(plots.tail());
    all.add(plots.rounds());
    if (simulation.sweep().size() > 1) {
      all.add(plots.tolerance());
      all.add(plots.cost());
      all.add(plots.speedUp());
    }
    return all;
  }

  private int[] drawn() {
    return IntStream.range(0, simulation.entrants().size())
        .filter(i -> !NOT_DRAWN.contains(simulation.entrants().get(i).key()))
        .toArray();
  }

  /** The share of rounds that are over, by time. */
  private Plot distribution() {
    List<Series> series = new ArrayList<>();
    for (int i : drawn()) {
      double[] sorted = track(i).sortedSeconds();
      int points = Math.min(sorted.length, CURVE_POINTS);
      double[] x = new double[points + 1];
      double[] y = new double[points + 1];
      x[0] = sorted[0];
      for (int p = 1; p <= points; p++) {
        int rank = (int) ((long) p * sorted.length / points);
        x[p] = sorted[rank - 1];
        y[p] = (double) rank / sorted.length;
      }
      series.add(new Series(simulation.entrants().get(i).title(), x, y, Style.STEPS));
    }
    return new Plot(
        "latency",
        "How many rounds are over by then",
        time("seconds from the dispatch"),
        Axis.linear("share of rounds"),
        series);
  }

  /** The share of rounds that take longer, on logarithmic axes. */
  private Plot tail() {
    List<Series> series = new ArrayList<>();
    for (int i : drawn()) {
      double[] sorted = track(i).sortedSeconds();
      int points = Math.min(sorted.length, CURVE_POINTS);
      double[] x = new double[points];
      double[] y = new double[points];
      for (int p = 0; p < points; p++) {
        // Ranks from the top at equal ratios: the tail is what matters.
        double share = Math.pow(sorted.length, -(double) p / Math.max(1, points - 1));
        int above = Math.max(1, (int) Math.round(share * sorted.length));
        x[p] = sorted[sorted.length - above];
        y[p] = (double) above / sorted.length;
      }
      series.add(new Series(simulation.entrants().get(i).title(), x, y, Style.STEPS));
    }
    return new Plot(
        "tail",
        "How many rounds take at least that long",
        Axis.logarithmic("seconds from the dispatch"),
        Axis.logarithmic("share of rounds"),
        series);
  }

  /** The first rounds, one after the other. */
  private Plot rounds() {
    int count = Math.min(simulation.draws().rounds(), SHOWN_ROUNDS);
    double[] x = IntStream.range(0, count).asDoubleStream().toArray();
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < simulation.entrants().size(); i++) {
      if (ROUND_BY_ROUND.contains(simulation.entrants().get(i).key())) {
        int entrant = i;
        double[] y =
            IntStream.range(0, count)
                .mapToDouble(round -> track(entrant).timings().get(round).seconds())
                .toArray();
        series.add(new Series(simulation.entrants().get(i).title(), x, y, Style.STEPS));
      }
    }
    return new Plot("rounds", "Round by round", Axis.linear("round"), time("seconds"), series);
  }

  private Plot tolerance() {
    return new Plot(
        "tolerance",
        "What tolerance buys: a cheap plan for every number of stragglers",
        Axis.linear("stragglers tolerated"),
        Axis.linear("seconds of a round"),
        List.of(
            sweep("mean", point -> point.summary().mean()),
            sweep("p95", point -> point.summary().p95()),
            sweep("p99", point -> point.summary().p99())));
  }

  private Plot cost() {
    return new Plot(
        "cost",
        "What tolerance costs",
        Axis.linear("stragglers tolerated"),
        Axis.linear("times the uncoded run; answers as a share of workers"),
        List.of(
            sweep("work in all, in times of the whole", point -> point.plan().price().redundancy()),
            sweep("stored by a worker, in operands", point -> point.plan().price().storage()),
            sweep("sent to workers, in operands", point -> point.plan().price().upload()),
            sweep("answers needed of all", this::answers)));
  }

  private double answers(ToleranceSweep.Point point) {
    return (double) point.plan().answers() / point.plan().code().parameters().workers();
  }

  /** How much faster than uncoded, by redundancy. */
  private Plot speedUp() {
    int uncoded = Math.max(0, simulation.index("uncoded"));
    double mean = simulation.summary(uncoded).mean();
    double p99 = simulation.summary(uncoded).p99();
    double[] x = column(point -> point.plan().price().redundancy());
    return new Plot(
        "speedup",
        "How much faster than %s, by redundancy"
            .formatted(simulation.entrants().get(uncoded).key()),
        Axis.fitted("work in all, in times of the whole"),
        Axis.linear("speed-up"),
        List.of(
            new Series("mean", x, column(point -> mean / point.summary().mean()), Style.MARKED),
            new Series("p99", x, column(point -> p99 / point.summary().p99()), Style.MARKED)));
  }

  private Series sweep(String name, ToDoubleFunction<ToleranceSweep.Point> value) {
    return new Series(name, column(ToleranceSweep.Point::stragglers), column(value), Style.MARKED);
  }

  private double[] column(ToDoubleFunction<ToleranceSweep.Point> value) {
    return simulation.sweep().stream().mapToDouble(value).toArray();
  }

  private Axis time(String label) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Track track : simulation.comparison().tracks()) {
      for (double seconds : track.seconds()) {
        least = Math.min(least, seconds);
        most = Double.isInfinite(seconds) ? most : Math.max(most, seconds);
      }
    }
    return least > 0 && most / least > WIDE ? Axis.logarithmic(label) : Axis.linear(label);
  }

  private Track track(int entrant) {
    return simulation.comparison().tracks().get(entrant);
  }
}
