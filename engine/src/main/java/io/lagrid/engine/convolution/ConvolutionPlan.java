package io.lagrid.engine.convolution;

import io.lagrid.codes.CodeParameters;
import io.lagrid.engine.report.Price;
import java.util.Optional;

/**
 * A code for a convolution and its price, or why it cannot do it. Immutable.
 *
 * @param code its name
 * @param parameters empty if it cannot
 * @param price empty if it cannot
 * @param reason why it cannot; empty if it can
 */
public record ConvolutionPlan(
    String code, Optional<CodeParameters> parameters, Optional<Price> price, String reason) {

  static ConvolutionPlan of(CodeParameters parameters, Price price) {
    return new ConvolutionPlan(parameters.code(), Optional.of(parameters), Optional.of(price), "");
  }

  static ConvolutionPlan refused(String code, String reason) {
    return new ConvolutionPlan(code, Optional.empty(), Optional.empty(), reason);
  }
}
