package io.lagrid.codes.polynomial;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.product.RepetitionCode;
import java.util.Arrays;
import java.util.Objects;

/**
 * Repetition for maps: each of the K blocks is handed, as it is, to ⌊N/K⌋ workers or one more. R =
 * N − ⌊N/K⌋ + 1 does not depend on the degree, so this beats Lagrange coded computing when workers
 * are few, N &lt; K·deg f − 1; it hides nothing.
 *
 * <p>Source: Yu et al., Lagrange coded computing, 2019, theorem 1. Immutable and thread-safe.
 */
public final class RepeatedMapCode implements MapCode {

  private final RepeatedMapParameters parameters;
  private final RepetitionCode code;

  /** The code with these parameters. */
  public RepeatedMapCode(RepeatedMapParameters parameters) {
    this.parameters = parameters;
    this.code = new RepetitionCode(parameters.perBlock());
  }

  @Override
  public RepeatedMapParameters parameters() {
    return parameters;
  }

  @Override
  public int dataBlocks() {
    return parameters.dataBlocks();
  }

  @Override
  public Encoding encoding(int operand, Field field) {
    if (Objects.checkIndex(operand, 2) == CUT) {
      return code.encoding(0, field);
    }
    double[] ones = new double[parameters.workers()];
    Arrays.fill(ones, 1);
    return new Encoding(1, 0, Matrix.of(ones.length, 1, ones));
  }

  @Override
  public Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    return code.newDecoder(arithmetic, adversaries);
  }
}
