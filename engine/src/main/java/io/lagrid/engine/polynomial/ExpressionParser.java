package io.lagrid.engine.polynomial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a polynomial in x into its coefficients by recursive descent, exactly: sum = product {(+|-)
 * product}, product = factor {[*] factor}, factor = -factor | power, power = atom [^ exponent],
 * atom = number | x | ( sum ). Confined; good for one expression.
 */
final class ExpressionParser {

  /** The largest degree, of the whole and of every part. */
  static final int LARGEST_DEGREE = 64;

  private static final int LONGEST = 1000;
  private static final Pattern EXPONENT = Pattern.compile("[0-9]{1,3}");
  private static final int DEEPEST = 100;
  private static final int LARGEST_SCALE = 400;

  private final String text;
  private int at;
  private int depth;

  ExpressionParser(String text) {
    this.text = text;
  }

  /** The coefficients of x^0, x^1, …; the last one is not zero unless it is the only one. */
  List<BigDecimal> parse() {
    if (text.length() > LONGEST) {
      throw bad("the expression has %d characters; at most %d are legal", text.length(), LONGEST);
    }
    List<BigDecimal> sum = sum();
    if (at < text.length()) {
      throw bad("%s is out of place; legal here are + - * ^ x ( and the end", found());
    }
    return sum;
  }

  private List<BigDecimal> sum() {
    List<BigDecimal> sum = product();
    for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
      at++;
      List<BigDecimal> term = product();
      sum = sign == '+' ? entrywise(sum, term, BigDecimal::add) : minus(sum, term);
    }
    return sum;
  }

  private List<BigDecimal> product() {
    List<BigDecimal> product = factor();
    while (true) {
      char next = peek();
      if (next == '*') {
        at++;
      } else if (next != 'x' && next != '(') { // 2x and 2(x + 1), but neither x2 nor 2 3
        return product;
      }
      product = times(product, factor());
    }
  }

  private List<BigDecimal> factor() {
    if (peek() == '-') {
      at++;
      return nested(() -> minus(List.of(BigDecimal.ZERO), factor()));
    }
    List<BigDecimal> base = atom();
    if (peek() != '^') {
      return base;
    }
    at++;
    int exponent = exponent();
    List<BigDecimal> power = List.of(BigDecimal.ONE);
    for (int i = 0; i < exponent; i++) {
      power = times(power, base);
    }
    return power;
  }

  private int exponent() {
    peek();
    int start = at;
    while (at < text.length() && isNumber(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!EXPONENT.matcher(digits).matches() || Integer.parseInt(digits) > LARGEST_DEGREE) {
      at = start;
      String word = digits.isEmpty() ? found() : "'" + digits + "'";
      throw bad("%s is no exponent; legal are 0 to %d", word, LARGEST_DEGREE);
    }
    return Integer.parseInt(digits);
  }

  private List<BigDecimal> atom() {
    char next = peek();
    if (next == 'x') {
      at++;
      return List.of(BigDecimal.ZERO, BigDecimal.ONE);
    }
    if (next == '(') {
      at++;
      List<BigDecimal> inside = nested(this::sum);
      if (peek() != ')') {
        throw bad("%s where ) is expected", found());
      }
      at++;
      return inside;
    }
    if (isNumber(next)) {
      return List.of(number());
    }
    throw bad("%s where a number, x, ( or - is expected", found());
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && isNumber(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
        at++;
      }
    }
    String word = text.substring(start, at);
    try {
      BigDecimal number = new BigDecimal(word);
      if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too long
    }
    at = start;
    throw bad("'%s' is not a number", word);
  }

  private List<BigDecimal> nested(Supplier<List<BigDecimal>> part) {
    if (++depth > DEEPEST) {
      throw bad("more than %d parentheses or signs are open", DEEPEST);
    }
    List<BigDecimal> result = part.get();
    depth--;
    return result;
  }

  private static boolean isNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** The next character that is no blank; NUL at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private String found() {
    return at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
  }

  private static List<BigDecimal> minus(List<BigDecimal> a, List<BigDecimal> b) {
    return entrywise(a, b, BigDecimal::subtract);
  }

  private static List<BigDecimal> entrywise(
      List<BigDecimal> a, List<BigDecimal> b, BinaryOperator<BigDecimal> operation) {
    List<BigDecimal> result = new ArrayList<>();
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      result.add(operation.apply(at(a, i), at(b, i)));
    }
    return trimmed(result);
  }

  private static BigDecimal at(List<BigDecimal> coefficients, int index) {
    return index < coefficients.size() ? coefficients.get(index) : BigDecimal.ZERO;
  }

  private List<BigDecimal> times(List<BigDecimal> a, List<BigDecimal> b) {
    if (a.size() + b.size() - 2 > LARGEST_DEGREE) {
      throw bad(
          "the degree is %d up to here; at most %d is legal",
          a.size() + b.size() - 2, LARGEST_DEGREE);
    }
    List<BigDecimal> result = new ArrayList<>();
    for (int k = 0; k < a.size() + b.size() - 1; k++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = Math.max(0, k - b.size() + 1); i <= Math.min(k, a.size() - 1); i++) {
        sum = sum.add(a.get(i).multiply(b.get(k - i)));
      }
      result.add(sum);
    }
    return trimmed(result);
  }

  private static List<BigDecimal> trimmed(List<BigDecimal> coefficients) {
    int size = coefficients.size();
    while (size > 1 && coefficients.get(size - 1).signum() == 0) {
      size--;
    }
    return List.copyOf(coefficients.subList(0, size));
  }

  /** A refusal that shows where: the expression, and a caret's place counted from 1. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is not among our dependencies
  private IllegalArgumentException bad(String problem, Object... values) {
    return new IllegalArgumentException(
        "polynomial '%s', character %d: %s"
            .formatted(text, Math.min(at, text.length()) + 1, problem.formatted(values)));
  }
}
