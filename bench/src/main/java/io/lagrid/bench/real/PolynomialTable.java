package io.lagrid.bench.real;

import io.lagrid.algebra.approximation.Approximation;
import io.lagrid.algebra.approximation.ScalarFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The largest errors of the best polynomials in place of functions.
 *
 * <p>Argument: the file for the table, in Markdown.
 */
public final class PolynomialTable {

  private static final int[] DEGREES = {1, 2, 3, 5, 7, 10};

  private static final List<Case> CASES =
      List.of(
          new Case(ScalarFunction.RELU, -1, 1),
          new Case(ScalarFunction.SIGMOID, -4, 4),
          new Case(ScalarFunction.TANH, -3, 3),
          new Case(ScalarFunction.GELU, -3, 3),
          new Case(ScalarFunction.EXP, -8, 0),
          new Case(ScalarFunction.RSQRT, 0.5, 4));

  private record Case(ScalarFunction function, double low, double high) {}

  private PolynomialTable() {}

  /** Writes it. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder("| function | interval ");
    for (int degree : DEGREES) {
      table.append("| degree ").append(degree).append(' ');
    }
    table.append("|\n").append("| --- ".repeat(2 + DEGREES.length)).append("|\n");
    for (Case each : CASES) {
      table.append(
          String.format(
              Locale.ROOT, "| %s | [%s, %s] ", each.function().label(), each.low(), each.high()));
      for (int degree : DEGREES) {
        Approximation best =
            Approximation.minimax(each.function(), each.low(), each.high(), degree);
        table.append(String.format(Locale.ROOT, "| %.2e ", best.maximumError()));
      }
      table.append("|\n");
    }
    Files.writeString(Path.of(arguments[0]), table);
  }
}
