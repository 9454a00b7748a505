package io.lagrid.codes.product;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/**
 * No code: each of the K = L·pmn block products is computed by one worker of its own, and all K
 * answers are needed. The baseline every price is measured against. Immutable and thread-safe.
 */
public final class UncodedCode implements ProductCode {

  private final UncodedParameters parameters;
  private final Assignment assignment;

  /** The code with these parameters. */
  public UncodedCode(UncodedParameters parameters) {
    this.parameters = parameters;
    this.assignment = new Assignment(parameters.workers(), parameters.grid());
  }

  @Override
  public UncodedParameters parameters() {
    return parameters;
  }

  @Override
  public int batch() {
    return parameters.grid().batch();
  }

  @Override
  public Partition partition() {
    return parameters.grid().partition();
  }

  @Override
  public Encoding.Weight weight(int operand) {
    return Encoding.Weight.PLAIN;
  }

  @Override
  public Encoding encoding(int operand, Field field) {
    return assignment.encoding(operand);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if there are adversaries to locate and the arithmetic is
   *     real
   * @throws IllegalArgumentException if there are adversaries to locate at all
   */
  @Override
  public Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    return new RepetitionDecoder(parameters, assignment, arithmetic, adversaries);
  }
}
