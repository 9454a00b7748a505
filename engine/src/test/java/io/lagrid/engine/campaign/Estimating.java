package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.map.MapSession;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.map.Mapped;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.report.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Estimates of a function of blocks that change smoothly from one to the next.
 *
 * @param function its name
 * @param blocks of one shape
 */
record Estimating(String function, List<Matrix> blocks) implements Undertaking {

  /**
   * How many times the stated error an estimate may be off. It is told from the answers alone and
   * bounds nothing: of 8,000 estimates, 5 were off by more than 8 times as much, the worst by 16.
   */
  private static final double FACTOR = 100;

  /** Of values of about 1, with rounding alone. */
  private static final double ROUNDING = 1e-12;

  private BlockFunction named() {
    return FunctionCatalog.named(function);
  }

  private static MapSettings how(Settings settings) {
    return settings
        .code()
        .map(code -> MapSettings.DEFAULT.withScheme(scheme(code)))
        .orElse(MapSettings.DEFAULT);
  }

  private static CurveScheme scheme(String code) {
    return code.equals(CurveScheme.SPLINE.code()) ? CurveScheme.SPLINE : CurveScheme.BERRUT;
  }

  @Override
  public PlanRequest planning(int workers, Settings settings) {
    Matrix first = blocks.get(0);
    Requirement requirement =
        new Requirement(
            new Operation.Map(blocks.size(), first.rows(), first.columns()),
            workers,
            settings.tolerance(),
            false,
            false,
            Optional.empty());
    return MapSession.planning(named(), requirement, how(settings), settings.caps());
  }

  @Override
  public List<Outcome<?>> attempt(Lagrid lagrid) {
    return List.of(lagrid.attemptMap(named(), blocks, how(lagrid.settings())));
  }

  @Override
  public boolean checked() {
    return false;
  }

  @Override
  public int awaited(int workers, Settings settings) {
    return workers - settings.tolerance().stragglers();
  }

  @Override
  public Optional<String> objection(int round, Outcome.Succeeded<?> outcome) {
    return off(outcome) <= FACTOR
        ? Optional.empty()
        : Optional.of("an estimate off by %s times the stated error".formatted(off(outcome)));
  }

  /** How many times the stated error the estimate is off; infinite if it is no number. */
  double off(Outcome.Succeeded<?> outcome) {
    Mapped mapped = (Mapped) outcome.value();
    double error = relativeError(mapped.blocks()) - ROUNDING;
    double stated = mapped.accuracy().relativeError();
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error <= 0 ? 0 : error / stated;
  }

  /** Root mean squares, as the stated error has it. */
  private double relativeError(List<Matrix> found) {
    double errors = 0;
    double squares = 0;
    for (int k = 0; k < blocks.size(); k++) {
      double[] exact = named().apply(blocks.get(k)).toArray();
      double[] estimated = found.get(k).toArray();
      for (int i = 0; i < exact.length; i++) {
        errors += (estimated[i] - exact[i]) * (estimated[i] - exact[i]);
        squares += exact[i] * exact[i];
      }
    }
    return Math.sqrt(errors / squares);
  }

  @Override
  public String toString() {
    return "%s of %d blocks of %s".formatted(function, blocks.size(), blocks.get(0).shape());
  }
}
