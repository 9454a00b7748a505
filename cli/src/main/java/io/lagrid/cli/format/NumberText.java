package io.lagrid.cli.format;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as text files write them. */
final class NumberText {

  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  private NumberText() {}

  /** Whether the text is an optional sign and digits, of any length. */
  static boolean isInteger(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start;
  }

  /** The value of a decimal number, {@code nan}, {@code inf} or {@code infinity}; else empty. */
  static OptionalDouble real(String text) {
    if (REAL.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return switch (unsigned.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "infinity" ->
          OptionalDouble.of(
              text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
