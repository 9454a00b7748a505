package io.lagrid.engine.polynomial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps by the names users write. */
public final class NamedMaps {

  /** What users may write. */
  public static final String LEGAL =
      "gram, linear-gradient, power:K, matrix-power:K, or a polynomial in x such as '3*x^2 - x +"
          + " 1'";

  private static final Pattern POWER = Pattern.compile("(matrix-)?power:(\\d{1,3})");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]+(:.*)?");

  private NamedMaps() {}

  /**
   * The map of that name, or the elementwise polynomial so written.
   *
   * @throws IllegalArgumentException if it is neither; the message says what is legal, or points at
   *     the character
   */
  public static PolynomialMap parse(String text) {
    Matcher power = POWER.matcher(text);
    if (power.matches()) {
      String exponent = power.group(2);
      return power.group(1) == null
          ? new Elementwise(text, Elementwise.parse("x^" + exponent).coefficients())
          : new MatrixPower(Integer.parseInt(exponent));
    }
    return switch (text) {
      case "gram" -> new Gram();
      case "linear-gradient" -> new LinearGradient();
      default -> expression(text);
    };
  }

  private static PolynomialMap expression(String text) {
    if (WORD.matcher(text).matches()) {
      throw new IllegalArgumentException("unknown map '%s'; legal are %s".formatted(text, LEGAL));
    }
    return Elementwise.parse(text);
  }
}
