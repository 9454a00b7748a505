package io.lagrid.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.algebra.field.RealField;
import io.lagrid.codes.Code;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.leakage.GaussianLeakage;
import io.lagrid.codes.leakage.Leakage;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductParameters;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What colluders learn of operands that were hidden by noise. */
public final class Hiding {

  private Hiding() {}

  /**
   * What the worst set of colluders learns of the entries at one position of all blocks of an
   * operand; empty where operands were not hidden by noise.
   *
   * @param noise the noise's deviation over the largest entry
   */
  public static Optional<Leakage> leakage(CodeParameters used, double noise) {
    if (used.colluders() == 0) {
      return Optional.empty();
    }
    if (used instanceof CurveParameters parameters) {
      return Optional.of(leakage(new CurveCode(parameters), 0, noise));
    }
    if (!(used instanceof RealProductParameters parameters)) {
      return Optional.empty();
    }
    Code code = RealConstruction.of(parameters);
    return Stream.of(0, 1)
        .map(operand -> leakage(code, operand, noise))
        .max(Comparator.comparingDouble(Leakage::bits));
  }

  private static Leakage leakage(Code code, int operand, double noise) {
    int workers = code.parameters().workers();
    return new GaussianLeakage(code.encoding(operand, RealField.instance()), workers)
        .worst(code.parameters().colluders(), 1 / noise);
  }

  /** The bits alone. */
  public static Optional<Double> bits(CodeParameters used, double noise) {
    return leakage(used, noise).map(Leakage::bits);
  }

  /**
   * Adds {@code leakageBits} and {@code leakageExhaustive}: whether no set of colluders learns
   * more, or only none that was tried.
   *
   * @param json modified
   */
  public static void addTo(ObjectNode json, Leakage leakage) {
    if (Double.isFinite(leakage.bits())) {
      json.put("leakageBits", leakage.bits());
    } else {
      json.putNull("leakageBits");
    }
    json.put("leakageExhaustive", leakage.exhaustive());
  }

  /** The same in words. */
  public static String sentence(Leakage leakage) {
    return "%d colluders learn at most %s bits of the entries at one position of all blocks (%s)"
        .formatted(
            leakage.worst().size(),
            Figures.significant(leakage.bits()),
            leakage.exhaustive()
                ? "the worst of all %d sets".formatted(leakage.sets())
                : "the worst of %d sets tried; others may learn more".formatted(leakage.sets()));
  }
}
