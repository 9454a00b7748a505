package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.NamedMaps;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A polynomial map of one matrix after another.
 *
 * @param map which
 * @param operands round by round
 */
record Evaluating(Map map, List<Operand> operands) implements Undertaking {

  /** Some maps, with what they are by definition. */
  enum Map {
    GRAM("gram"),
    SQUARE("matrix-power:2"),
    CUBE("power:3"),
    EXPRESSION("2*x^2 - x + 3");

    private final String name;

    Map(String name) {
      this.name = name;
    }

    boolean square() {
      return this == SQUARE;
    }

    private PolynomialMap parsed() {
      return NamedMaps.parse(name);
    }

    private ExactMatrix of(ExactMatrix x) {
      return switch (this) {
        case GRAM -> x.transposed().times(x);
        case SQUARE -> x.times(x);
        case CUBE -> x.each(entry -> entry.pow(3));
        case EXPRESSION ->
            x.each(
                entry ->
                    entry
                        .pow(2)
                        .multiply(BigDecimal.valueOf(2))
                        .subtract(entry)
                        .add(BigDecimal.valueOf(3)));
      };
    }
  }

  @Override
  public PlanRequest planning(int workers, Settings settings) {
    Operand first = operands.get(0);
    List<BlockShape> shape = List.of(new BlockShape(first.rows(), first.columns()));
    return Evaluator.planning(map.parsed(), shape, workers, settings);
  }

  @Override
  public List<Outcome<?>> attempt(Lagrid lagrid) {
    List<Outcome<?>> outcomes = new ArrayList<>();
    for (Operand operand : operands) {
      outcomes.add(Evaluator.on(lagrid).attempt(map.parsed(), List.of(operand)));
    }
    return outcomes;
  }

  /** Gram matrices alone. */
  @Override
  public boolean checked() {
    return map == Map.GRAM;
  }

  @Override
  public Optional<String> objection(int round, Outcome.Succeeded<?> outcome) {
    double unit = ((Operation.Evaluation) outcome.report().operation()).largest();
    return map.of(ExactMatrix.of(operands.get(round)))
        .objection((Operand) outcome.value(), outcome.report().errorBound(), unit);
  }

  @Override
  public String toString() {
    return "%d times %s of %s".formatted(operands.size(), map.name, operands.get(0).shape());
  }
}
