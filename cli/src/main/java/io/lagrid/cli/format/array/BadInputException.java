package io.lagrid.cli.format.array;

import org.jspecify.annotations.Nullable;

/**
 * What the user gave cannot be used: a file, an option or a combination of both. The message is one
 * line: what, where, the value found, what is legal.
 */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int LONGEST_VALUE = 40;

  /** A refusal with the given message; control characters in it are made visible. */
  public BadInputException(String message) {
    super(printable(message));
  }

  /** A refusal of something in a file: {@code source: problem}. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is not among our dependencies
  public static BadInputException in(String source, String problem, @Nullable Object... values) {
    return new BadInputException(source + ": " + problem.formatted(values));
  }

  /**
   * A value found in the input as it can be shown within one line: in quotes, shortened, without
   * control characters.
   */
  public static String quote(String value) {
    boolean tooLong = value.length() > LONGEST_VALUE;
    String shown = tooLong ? value.substring(0, LONGEST_VALUE) + "…" : value;
    return "'" + printable(shown) + "'";
  }

  private static String printable(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
      result.append(control ? "\\x%02x".formatted((int) c) : String.valueOf(c));
    }
    return result.toString();
  }
}
