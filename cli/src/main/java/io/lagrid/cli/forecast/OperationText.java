package io.lagrid.cli.forecast;

import io.lagrid.cli.format.array.BadInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Operations and the shapes of their operands, as users write them. */
final class OperationText {

  /** Every operation that can be planned and simulated. */
  static final List<OperationForm> FORMS = List.of(new ProductForm());

  /** What a shape is. */
  static final String LEGAL = "ROWSxCOLUMNS, or BATCHxROWSxCOLUMNS, such as 2000x1000";

  private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,9})x)?(\\d{1,9})x(\\d{1,9})");

  private OperationText() {}

  /**
   * The operation of that name.
   *
   * @throws BadInputException if there is none
   */
  static OperationForm named(String name) {
    return FORMS.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "unknown operation %s; legal is %s"
                        .formatted(
                            BadInputException.quote(name),
                            FORMS.stream()
                                .map(OperationForm::name)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * Batch, rows and columns of a shape; a batch of 1 unless it says more.
   *
   * @throws BadInputException if it is none
   */
  static int[] shape(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException(
          "%s is no shape; legal is %s".formatted(BadInputException.quote(text), LEGAL));
    }
    int[] shape = {
      matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1)),
      Integer.parseInt(matcher.group(2)),
      Integer.parseInt(matcher.group(3))
    };
    for (int side : shape) {
      if (side < 1) {
        throw new BadInputException("%s: every side must be at least 1".formatted(text));
      }
    }
    return shape;
  }
}
