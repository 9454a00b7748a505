package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Shapes of operands, as users write them. */
final class ShapeText {

  /** What a shape is. */
  static final String LEGAL = "sides joined by x, such as 2000x1000";

  private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(x\\d{1,9})*");

  private ShapeText() {}

  /**
   * The sides of an array, of any number of entries.
   *
   * @throws BadInputException if the text is no shape
   */
  static List<Integer> sides(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new BadInputException(
          "%s is no shape; legal is %s".formatted(BadInputException.quote(text), LEGAL));
    }
    List<Integer> sides = new ArrayList<>();
    for (String side : text.split("x", -1)) {
      if (Integer.parseInt(side) < 1) {
        throw new BadInputException("%s: every side must be at least 1".formatted(text));
      }
      sides.add(Integer.parseInt(side));
    }
    return sides;
  }

  /**
   * The shape of an array that a file can hold.
   *
   * @throws BadInputException if the text is no shape, or there are too many entries
   */
  static Shape of(String text) {
    List<Integer> sides = sides(text);
    if (Shape.entries(sides) > Shape.LARGEST) {
      throw new BadInputException(
          "%s: one array holds at most %d entries".formatted(text, Shape.LARGEST));
    }
    return new Shape(sides);
  }
}
