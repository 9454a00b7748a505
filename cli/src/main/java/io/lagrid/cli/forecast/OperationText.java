package io.lagrid.cli.forecast;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.Operation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation and the shapes of its operands, as users write them. */
public final class OperationText {

  private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,9})x)?(\\d{1,9})x(\\d{1,9})");
  private static final String LEGAL = "ROWSxCOLUMNS, or BATCHxROWSxCOLUMNS, such as 2000x1000";

  private OperationText() {}

  /**
   * Reads an operation.
   *
   * @param name {@code multiply}
   * @param shapes two shapes that can be multiplied
   * @throws BadInputException if they make no operation
   */
  public static Operation.Product parse(String name, List<String> shapes) {
    if (!name.equals("multiply")) {
      throw new BadInputException(
          "unknown operation %s; legal is multiply".formatted(BadInputException.quote(name)));
    }
    if (shapes.size() != 2) {
      throw new BadInputException(
          "multiply takes the shapes of A and B, not %d shapes; a shape is %s"
              .formatted(shapes.size(), LEGAL));
    }
    int[] a = shape(shapes.get(0));
    int[] b = shape(shapes.get(1));
    if (a[0] != b[0]) {
      throw new BadInputException("a batch of %d left and %d right operands".formatted(a[0], b[0]));
    }
    if (a[2] != b[1]) {
      throw new BadInputException(
          "cannot multiply %s by %s: A has %d columns, B has %d rows"
              .formatted(shapes.get(0), shapes.get(1), a[2], b[1]));
    }
    return new Operation.Product(a[0], a[1], a[2], b[2]);
  }

  private static int[] shape(String text) {
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
