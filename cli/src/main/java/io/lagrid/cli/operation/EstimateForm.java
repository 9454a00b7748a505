package io.lagrid.cli.operation;

import io.lagrid.cli.map.MapInput;
import io.lagrid.cli.map.NamedFunction;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.engine.Settings;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.map.MapSession;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.plan.PlanRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Functions of blocks, estimated. */
final class EstimateForm implements OperationForm {

  @Override
  public String name() {
    return "map";
  }

  @Override
  public String words() {
    return "a function such as tanh and the shape of X";
  }

  @Override
  public PlannedOperation planned(List<String> words, Terms terms) {
    Operations.requireWords(this, words, 2);
    BlockFunction function = NamedFunction.of(words.get(0), terms.options().activations());
    MapSettings estimating = terms.options().estimating(terms.settings());
    int answers = terms.workers() - terms.settings().tolerance().stragglers();
    Operation.Map map =
        MapInput.blocks(
            words.get(1),
            ShapeText.of(words.get(1)),
            function,
            terms.options().blocks(function, answers));
    Function<Settings, PlanRequest> planning =
        settings -> {
          Requirement requirement =
              new Requirement(
                  map, terms.workers(), settings.tolerance(), false, false, Optional.empty());
          return MapSession.planning(function, requirement, estimating, settings.caps());
        };
    return new PlannedOperation(
        planning.apply(terms.settings()).requirement().operation(),
        "%s of %d blocks of %d×%d".formatted(words.get(0), map.blocks(), map.rows(), map.columns()),
        terms.settings(),
        planning,
        estimating.maskingNoise());
  }
}
