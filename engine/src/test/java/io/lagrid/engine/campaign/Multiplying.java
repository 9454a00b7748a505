package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A product or a batch of them; or one left operand that is prepared and multiplied by one right
 * operand after another.
 *
 * @param product the shapes
 * @param left the left operands of every round
 * @param right the right operands, round by round
 */
record Multiplying(Operation.Product product, List<Operand> left, List<List<Operand>> right)
    implements Undertaking {

  @Override
  public PlanRequest planning(int workers, Settings settings) {
    boolean exact = settings.arithmetic() == Settings.ArithmeticChoice.EXACT;
    Requirement requirement =
        new Requirement(
            product, workers, settings.tolerance(), exact, settings.verifies(), Optional.empty());
    return new PlanRequest(requirement, Optional.empty(), 1, Long.MAX_VALUE);
  }

  @Override
  public List<Outcome<?>> attempt(Lagrid lagrid) {
    if (right.size() == 1) {
      return List.of(lagrid.attemptAll(left, right.get(0)));
    }
    Operand first = left.get(0);
    return first instanceof IntegerOperand longs
        ? series(lagrid.prepare(longs, product.columns()), LongMatrix.class)
        : series(lagrid.prepare((RealOperand) first, product.columns()), Matrix.class);
  }

  private <T extends Operand> List<Outcome<?>> series(PreparedProduct<T> prepared, Class<T> kind) {
    List<Outcome<?>> outcomes = new ArrayList<>();
    try (prepared) {
      for (List<Operand> next : right) {
        outcomes.add(prepared.attempt(kind.cast(next.get(0))).map(List::of));
      }
    }
    return outcomes;
  }

  @Override
  public Optional<String> objection(int round, Outcome.Succeeded<?> outcome) {
    double bound = outcome.report().errorBound();
    double unit = norm(left) * norm(right.get(round));
    for (int i = 0; i < left.size(); i++) {
      ExactMatrix exact =
          ExactMatrix.of(left.get(i)).times(ExactMatrix.of(right.get(round).get(i)));
      Operand value = (Operand) ((List<?>) outcome.value()).get(i);
      Optional<String> wrong = exact.objection(value, bound, unit);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static double norm(List<Operand> operands) {
    return Math.sqrt(
        operands.stream().map(ExactMatrix::of).mapToDouble(ExactMatrix::squares).sum());
  }

  @Override
  public String toString() {
    return "%d rounds of %d products, %s by %s"
        .formatted(
            right.size(),
            left.size(),
            left.get(0).shape() + (left.get(0) instanceof SparseOperand ? " sparse" : ""),
            right.get(0).get(0).shape());
  }
}
