package io.lagrid.cli.report;

import io.lagrid.algebra.field.RealField;
import io.lagrid.codes.Code;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.leakage.GaussianLeakage;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductParameters;
import io.lagrid.engine.report.RunReport;
import java.util.Optional;

/** What colluders learn of operands that were hidden by noise. */
public final class Hiding {

  private Hiding() {}

  /**
   * A bound on the bits that the worst set of colluders learns of the entries at one position of
   * all blocks of an operand; empty where operands were not hidden by noise.
   *
   * @param noise the noise's deviation over the largest entry
   */
  public static Optional<Double> bits(CodeParameters used, double noise) {
    if (used.colluders() == 0) {
      return Optional.empty();
    }
    if (used instanceof CurveParameters parameters) {
      return Optional.of(bits(new CurveCode(parameters), 0, noise));
    }
    if (!(used instanceof RealProductParameters parameters)) {
      return Optional.empty();
    }
    Code code = RealConstruction.of(parameters);
    return Optional.of(Math.max(bits(code, 0, noise), bits(code, 1, noise)));
  }

  private static double bits(Code code, int operand, double noise) {
    int workers = code.parameters().workers();
    return new GaussianLeakage(code.encoding(operand, RealField.instance()), workers)
        .worst(code.parameters().colluders(), 1 / noise)
        .bits();
  }

  /** The same in words. */
  public static Optional<String> sentence(RunReport run, double noise) {
    return bits(run.code(), noise)
        .map(
            bits ->
                "%d colluders learn at most %s bits of the entries at one position of all blocks"
                    .formatted(run.code().colluders(), Figures.significant(bits)));
  }
}
