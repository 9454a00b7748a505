package io.lagrid.codes.product;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;

/**
 * Repetition: each of the K = L·pmn block products is computed by ⌊N/K⌋ workers or one more, on
 * plain blocks. It tolerates S + 2A ≤ ⌊N/K⌋ − 1 (S + A with verification) and hides nothing.
 *
 * <p>In the form all codes share, R + S + 2A ≤ N, the threshold is R = N − ⌊N/K⌋ + 1. That is below
 * Lagrange coded computing's (K − 1)·deg f + 1 when workers are few, N &lt; K·deg f − 1 (Yu et al.,
 * Lagrange coded computing, 2019, theorem 1).
 *
 * <p>Immutable and thread-safe.
 */
public final class RepetitionCode implements ProductCode {

  private final RepetitionParameters parameters;
  private final Assignment assignment;

  /** The code with these parameters. */
  public RepetitionCode(RepetitionParameters parameters) {
    this.parameters = parameters;
    this.assignment = new Assignment(parameters.workers(), parameters.grid());
  }

  @Override
  public RepetitionParameters parameters() {
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
   * @throws IllegalArgumentException if there are too few workers to locate that many, N &lt; R +
   *     2A
   */
  @Override
  public Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    return new RepetitionDecoder(parameters, assignment, arithmetic, adversaries);
  }
}
