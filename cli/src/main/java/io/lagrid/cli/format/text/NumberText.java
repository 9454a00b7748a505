package io.lagrid.cli.format.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text files write them. */
final class NumberText {

  private NumberText() {}

  /** Whether the text is an optional sign and digits, of any length. */
  static boolean isInteger(String text) {
    int start = afterSign(text, 0);
    return text.length() > start && afterDigits(text, start) == text.length();
  }

  /** Whether the text is a sign, digits with at most one point, and an exponent, in decimal. */
  private static boolean isDecimal(String text) {
    int start = afterSign(text, 0);
    int end = afterDigits(text, start);
    int digits = end - start;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = afterDigits(text, fraction);
      digits += end - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) | ' ') == 'e') {
      int exponent = afterSign(text, end + 1);
      end = afterDigits(text, exponent);
      return end > exponent && end == text.length();
    }
    return end == text.length();
  }

  private static int afterSign(String text, int from) {
    boolean signed = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
    return signed ? from + 1 : from;
  }

  private static int afterDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The value of a decimal number, {@code nan}, {@code inf} or {@code infinity}; else empty. */
  static OptionalDouble real(String text) {
    if (isDecimal(text)) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    return switch (text.substring(afterSign(text, 0)).toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "infinity" ->
          OptionalDouble.of(
              text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
