package io.lagrid.cli.forecast;

import io.lagrid.engine.simulate.Comparison.Track;
import java.util.List;
import java.util.stream.Collectors;

/** Every round of a simulation: one line per round, one column of seconds per entrant. */
public final class SimulationCsv {

  private SimulationCsv() {}

  /** The file's text; seconds in full precision, {@code Infinity} for a round that never ended. */
  public static String of(Simulation simulation) {
    List<Track> tracks = simulation.comparison().tracks();
    StringBuilder text = new StringBuilder("round");
    simulation.entrants().forEach(entrant -> text.append(',').append(entrant.key()));
    text.append('\n');
    for (int round = 0; round < simulation.draws().rounds(); round++) {
      int at = round;
      text.append(round)
          .append(',')
          .append(
              tracks.stream()
                  .map(track -> Double.toString(track.timings().get(at).seconds()))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }
}
