package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.contract.Contraction;
import java.util.List;

/** Contractions in einsum notation. */
final class ContractionForm implements OperationForm {

  @Override
  public String name() {
    return "contract";
  }

  @Override
  public String words() {
    return "a notation such as 'bij,bjk->bik' and the shapes of A and B";
  }

  @Override
  public PlannedOperation planned(List<String> words, Terms terms) {
    Operations.requireWords(this, words, 3);
    Shape a = ShapeText.of(words.get(1));
    Shape b = ShapeText.of(words.get(2));
    String title = "%s of %s and %s".formatted(words.get(0), words.get(1), words.get(2));
    return planned(Contraction.of(words.get(0)), List.of(a.sides(), b.sides()), title, terms);
  }

  static PlannedOperation planned(
      Contraction contraction, List<List<Integer>> sides, String title, Terms terms) {
    Contraction.Planned planned =
        contraction.planning(sides.get(0), sides.get(1), terms.workers(), terms.settings());
    return new PlannedOperation(
        planned.operation(),
        title,
        terms.settings(),
        settings ->
            contraction.planning(sides.get(0), sides.get(1), terms.workers(), settings).request(),
        terms.options().maskingNoise(terms.settings()));
  }
}
