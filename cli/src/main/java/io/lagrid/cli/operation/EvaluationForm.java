package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.Settings;
import io.lagrid.engine.evaluate.Evaluator;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.polynomial.NamedMaps;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;
import java.util.function.Function;

/** Polynomial maps, named ones and expressions. */
final class EvaluationForm implements OperationForm {

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String words() {
    return "a polynomial such as gram or '3*x^2 - x + 1' and the shapes of its operands";
  }

  @Override
  public PlannedOperation planned(List<String> words, Terms terms) {
    PolynomialMap map = NamedMaps.parse(words.get(0));
    List<String> written = words.subList(1, words.size());
    List<Shape> shapes = written.stream().map(ShapeText::of).toList();
    MapShapes cut = MapShapes.of(map, shapes, written);
    Function<Settings, PlanRequest> planning =
        settings ->
            cut.stack()
                ? Evaluator.planning(
                    map,
                    new Evaluator.Points(cut.operands(), shapes.get(0).side(0)),
                    terms.workers(),
                    settings)
                : Evaluator.planning(map, cut.operands(), terms.workers(), settings);
    return new PlannedOperation(
        planning.apply(terms.settings()).requirement().operation(),
        "%s of %s".formatted(words.get(0), String.join(", ", written)),
        terms.settings(),
        planning,
        terms.options().maskingNoise(terms.settings()));
  }
}
