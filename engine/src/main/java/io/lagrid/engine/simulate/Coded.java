package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Code;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Projection;
import io.lagrid.engine.delay.RoundDelays;

/**
 * The round is over when the code's own decoder says that the workers who answered suffice. It is
 * fed with their numbers in order of arrival; there are no answers.
 *
 * @param name what reports call it
 * @param code whose decoder to ask
 * @param load every worker's task
 */
public record Coded(String name, Code code, TaskLoad load) implements Strategy {

  @Override
  public int workers() {
    return code.parameters().workers();
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    Arrivals arrivals = new Arrivals(workers(), load, delays);
    Decoder decoder = code.newDecoder(Arithmetic.real(), 0);
    for (int worker : arrivals.order()) {
      if (decoder.offer(worker, Projection.NONE)) {
        return arrivals.until(arrivals.of(worker));
      }
    }
    return arrivals.until(Double.POSITIVE_INFINITY);
  }
}
