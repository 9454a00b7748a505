package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.Operation;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.contract.Contraction;
import java.util.List;

/** Products of vectors and matrices, and of stacks of matrices by NumPy's rules. */
final class ProductForm implements OperationForm {

  @Override
  public String name() {
    return "multiply";
  }

  @Override
  public String words() {
    return "the shapes of A and B";
  }

  @Override
  public PlannedOperation planned(List<String> words, Terms terms) {
    Operations.requireWords(this, words, 2);
    List<Integer> a = ShapeText.sides(words.get(0));
    List<Integer> b = ShapeText.sides(words.get(1));
    if (a.size() > 2 || b.size() > 2) {
      Contraction stacks = Contraction.product(a.size(), b.size());
      String title = "products of %s by %s".formatted(words.get(0), words.get(1));
      return ContractionForm.planned(stacks, List.of(a, b), title, terms);
    }
    int inner = a.get(a.size() - 1);
    if (inner != b.get(0)) {
      throw new BadInputException(
          "cannot multiply %s by %s: A has %d columns, B has %d rows"
              .formatted(words.get(0), words.get(1), inner, b.get(0)));
    }
    int rows = a.size() == 1 ? 1 : a.get(0);
    int columns = b.size() == 1 ? 1 : b.get(1);
    Operation.Product product = Operation.Product.of(rows, inner, columns);
    return new PlannedOperation(
        product,
        "%d×%d times %d×%d".formatted(rows, inner, inner, columns),
        terms.settings(),
        settings -> Lagrid.planning(product, terms.workers(), settings),
        terms.options().maskingNoise(terms.settings()));
  }
}
