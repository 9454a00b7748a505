package io.lagrid.cli.report;

import io.lagrid.codes.Operation;
import io.lagrid.codes.real.Conditioning;
import io.lagrid.engine.report.RunReport;
import java.util.stream.Collectors;

/** How numbers were computed with, and how far the result can be from the true one. */
final class ArithmeticNotes {

  private final RunReport run;

  ArithmeticNotes(RunReport run) {
    this.run = run;
  }

  void write(Markup page) {
    page.open("dl", "class", "facts");
    fact(page, "numbers", numbers());
    RunReport.ArithmeticReport arithmetic = run.arithmetic();
    if (arithmetic.leftBits() != 0 || arithmetic.rightBits() != 0) {
      fact(
          page,
          "fixed point",
          "%d fractional bits on the left, %d on the right"
              .formatted(arithmetic.leftBits(), arithmetic.rightBits()));
    }
    fact(page, "error bound", errorBound());
    Precision.of(run).ifPresent(found -> fact(page, "condition number", condition(found)));
    page.close();
  }

  private String numbers() {
    RunReport.ArithmeticReport arithmetic = run.arithmetic();
    if (!arithmetic.exact()) {
      return "floating point (IEEE 754 doubles)";
    }
    double bits = arithmetic.primes().stream().mapToDouble(p -> Math.log(p) / Math.log(2)).sum();
    return "residues modulo %s, together exact for integers below 2^%d in magnitude"
        .formatted(
            arithmetic.primes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            (int) Math.floor(bits - 1));
  }

  private String errorBound() {
    if (Double.isNaN(run.errorBound())) {
      return run.operation() instanceof Operation.Map
          ? "none: the result is an estimate"
          : "none: there is no result";
    }
    if (run.errorBound() == 0) {
      return "0: the result is exact";
    }
    String bound = Figures.significant(run.errorBound()) + "·" + run.operation().errorUnit();
    return run.operation() instanceof Operation.Product
        ? "every entry is within %s (Frobenius norms) of the exact one".formatted(bound)
        : "the exact one is within " + bound;
  }

  private static String condition(Conditioning found) {
    return "%s for the workers that answered; rounding errors of answers grow at most %s times"
        .formatted(
            Figures.significant(found.conditionNumber()),
            Figures.significant(found.amplification()));
  }

  private static void fact(Markup page, String name, String value) {
    page.element("dt", name).element("dd", value);
  }
}
