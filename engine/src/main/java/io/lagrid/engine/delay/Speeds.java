package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;
import java.util.List;

/**
 * Workers of different speeds: worker i takes the model's seconds divided by speed i mod the number
 * of speeds.
 *
 * @param speeds positive, at least one; copied
 * @param model the delays at speed 1
 */
public record Speeds(List<Double> speeds, DelayModel model) implements DelayModel {

  /** Copies the list; checks the range. */
  public Speeds {
    speeds = List.copyOf(speeds);
    if (speeds.isEmpty()) {
      throw new IllegalArgumentException("no speeds; at least one is needed");
    }
    speeds.forEach(speed -> Checks.positive("a speed", speed));
  }

  @Override
  public DelayProcess start(int workers, Randomness randomness) {
    DelayProcess inner = model.start(workers, randomness);
    return () -> {
      RoundDelays delays = inner.next();
      return (worker, attempt) ->
          delays.seconds(worker, attempt) / speeds.get(worker % speeds.size());
    };
  }
}
