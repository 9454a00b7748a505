package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import java.util.List;
import java.util.stream.Collectors;

/** Every operation that can be planned and simulated. */
final class Operations {

  private static final List<OperationForm> FORMS =
      List.of(
          new ProductForm(),
          new ConvolutionForm(),
          new ContractionForm(),
          new EvaluationForm(),
          new EstimateForm());

  private Operations() {}

  /**
   * The operation of that name on operands of those shapes.
   *
   * @param words what is written after the name
   * @throws BadInputException if there is no such operation, or the words make none
   */
  static PlannedOperation planned(String name, List<String> words, Terms terms) {
    OperationForm form = named(name);
    try {
      return form.planned(words, terms);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static OperationForm named(String name) {
    return FORMS.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "unknown operation %s; legal are %s"
                        .formatted(
                            BadInputException.quote(name),
                            FORMS.stream()
                                .map(OperationForm::name)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Checks how many words there are.
   *
   * @throws BadInputException that says what the operation takes
   */
  static void requireWords(OperationForm form, List<String> words, int count) {
    if (words.size() != count) {
      throw new BadInputException(
          "%s takes %s, not %d words; a shape is %s"
              .formatted(form.name(), form.words(), words.size(), ShapeText.LEGAL));
    }
  }
}
