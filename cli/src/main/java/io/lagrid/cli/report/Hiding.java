package io.lagrid.cli.report;

import io.lagrid.algebra.field.RealField;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.leakage.GaussianLeakage;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductCode;
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
    if (!(used instanceof RealProductParameters parameters) || parameters.colluders() == 0) {
      return Optional.empty();
    }
    RealProductCode code = RealConstruction.of(parameters);
    double worst = 0;
    for (int operand = 0; operand < 2; operand++) {
      GaussianLeakage leakage =
          new GaussianLeakage(code.encoding(operand, RealField.instance()), parameters.workers());
      worst = Math.max(worst, leakage.worst(parameters.colluders(), 1 / noise).bits());
    }
    return Optional.of(worst);
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
