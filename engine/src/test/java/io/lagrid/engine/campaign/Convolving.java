package io.lagrid.engine.campaign;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.convolution.Convolutions;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Full linear convolutions of one operand with one after another.
 *
 * @param left the operand of every round
 * @param right the other, round by round
 */
record Convolving(Operand left, List<Operand> right) implements Undertaking {

  @Override
  public PlanRequest planning(int workers, Settings settings) {
    Convolution convolution = new Convolution(Layer.linear(left, right.get(0)), Way.BY_INPUT);
    return Convolutions.planning(convolution, workers, settings);
  }

  @Override
  public List<Outcome<?>> attempt(Lagrid lagrid) {
    List<Outcome<?>> outcomes = new ArrayList<>();
    for (Operand next : right) {
      outcomes.add(Convolutions.on(lagrid).attemptLinear(left, next));
    }
    return outcomes;
  }

  @Override
  public Optional<String> objection(int round, Outcome.Succeeded<?> outcome) {
    ExactMatrix a = ExactMatrix.of(left);
    ExactMatrix b = ExactMatrix.of(right.get(round));
    return a.convolved(b)
        .objection(
            (Operand) outcome.value(),
            outcome.report().errorBound(),
            Math.sqrt(a.squares() * b.squares()));
  }

  @Override
  public String toString() {
    return "%d convolutions of %s with %s"
        .formatted(right.size(), left.shape(), right.get(0).shape());
  }
}
