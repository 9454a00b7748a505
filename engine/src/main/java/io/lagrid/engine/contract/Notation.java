package io.lagrid.engine.contract;

/**
 * Einsum notation for two operands, such as {@code bij,bjk->bik}: a letter per axis, the result's
 * axes after the arrow. A letter that both operands have is multiplied along, and summed over if
 * the result does not have it; one that appears twice in an operand is its diagonal; one that
 * neither the other operand nor the result has is summed over. Without an arrow the result has the
 * letters that appear once, in alphabetical order. Blanks are ignored.
 *
 * @param left the axes of the first operand
 * @param right the axes of the second
 * @param result the axes of the result
 */
public record Notation(String left, String right, String result) {

  private static final String ARROW = "->";

  /** Checks the letters; see {@link #parse} for text whose errors are to be pointed at. */
  public Notation {
    check(left + "," + right + ARROW + result, left, right, result);
  }

  /**
   * Reads the notation.
   *
   * @throws IllegalArgumentException if it is none; the message points at the character
   */
  public static Notation parse(String text) {
    int comma = text.indexOf(',');
    int arrow = text.indexOf(ARROW);
    letters(text, arrow);
    if (comma < 0 || (arrow >= 0 && comma > arrow)) {
      throw bad(
          text, arrow < 0 ? text.length() : arrow, "a comma and a second operand are expected");
    }
    String left = compact(text.substring(0, comma));
    String right = compact(text.substring(comma + 1, arrow < 0 ? text.length() : arrow));
    String result = arrow < 0 ? implied(left + right) : compact(text.substring(arrow + 2));
    check(text, left, right, result);
    return new Notation(left, right, result);
  }

  private static void letters(String text, int arrow) {
    boolean comma = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inArrow = i == arrow || (arrow >= 0 && i == arrow + 1);
      boolean isComma = c == ',' && !comma && (arrow < 0 || i < arrow);
      comma |= isComma;
      if (!inArrow && !isComma && !Character.isWhitespace(c) && !isLetter(c)) {
        throw bad(
            text, i, "'%s' is out of place; legal are letters, one comma and one ->".formatted(c));
      }
    }
  }

  private static void check(String text, String left, String right, String result) {
    int from = text.indexOf(ARROW);
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (result.indexOf(c) < i) {
        throw bad(text, text.lastIndexOf(c), "'%s' appears twice in the result".formatted(c));
      }
      if (left.indexOf(c) < 0 && right.indexOf(c) < 0) {
        throw bad(text, text.indexOf(c, from), "'%s' is an axis of neither operand".formatted(c));
      }
    }
  }

  private static String implied(String letters) {
    StringBuilder once = new StringBuilder();
    letters
        .chars()
        .sorted()
        .filter(c -> letters.indexOf(c) == letters.lastIndexOf(c))
        .forEach(c -> once.append((char) c));
    return once.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String compact(String text) {
    return text.replaceAll("\\s", "");
  }

  private static IllegalArgumentException bad(String text, int at, String problem) {
    return new IllegalArgumentException(
        "contraction '%s', character %d: %s".formatted(text, at + 1, problem));
  }

  /** As it is written, with its arrow and without blanks. */
  @Override
  public String toString() {
    return left + "," + right + ARROW + result;
  }
}
