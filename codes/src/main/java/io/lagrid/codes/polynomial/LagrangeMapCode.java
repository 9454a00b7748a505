package io.lagrid.codes.polynomial;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoder;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.lagrange.LagrangeCode;
import io.lagrid.codes.lagrange.LagrangeParameters;
import java.util.Arrays;
import java.util.Objects;

/**
 * Lagrange coded computing for maps of several operands: {@link LagrangeCode} for what is cut into
 * blocks, and for what is common to all blocks, w, the polynomial u_w with u_w(β_k) = w for every k
 * ≤ K and uniform noise at β_(K+1), …, β_(K+T).
 *
 * <p>Without colluders u_w = w is constant, so that w costs no degree: f counts with its total
 * degree in the cut operands. With colluders u_w has degree K + T − 1 like the others, and f counts
 * with its total degree in all operands. R = (K + T − 1)·deg f + 1 either way.
 *
 * <p>Per worker: storage 1/K of the cut operands and all of the common ones, work 1/K. Source: as
 * {@link LagrangeCode}, and So, Güler and Avestimehr, CodedPrivateML, 2021, for the common operand.
 *
 * <p>Immutable and thread-safe.
 */
public final class LagrangeMapCode implements MapCode {

  private final LagrangeCode code;

  /** The code with these parameters. */
  public LagrangeMapCode(LagrangeParameters parameters) {
    this.code = new LagrangeCode(parameters);
  }

  @Override
  public LagrangeParameters parameters() {
    return code.parameters();
  }

  @Override
  public int dataBlocks() {
    return parameters().dataPoints();
  }

  @Override
  public Encoding encoding(int operand, Field field) {
    Encoding cut = code.encoding(0, field);
    return Objects.checkIndex(operand, 2) == CUT ? cut : common(cut, field);
  }

  /** Σ_k ℓ_k in place of the data columns; without noise that is 1 everywhere. */
  private Encoding common(Encoding cut, Field field) {
    int workers = parameters().workers();
    int noise = cut.noiseBlocks();
    Matrix coefficients = Matrix.zeros(workers, 1 + noise);
    for (int i = 0; i < workers; i++) {
      coefficients.set(i, 0, noise == 0 ? 1 : dataSum(cut, field, i));
    }
    coefficients
        .block(0, 1, workers, noise)
        .write(cut.coefficients().block(0, cut.dataBlocks(), workers, noise));
    return new Encoding(1, noise, coefficients);
  }

  private static double dataSum(Encoding cut, Field field, int worker) {
    double[] row = cut.coefficients().block(worker, 0, 1, cut.dataBlocks()).toArray();
    return Arrays.stream(row).reduce(0, field::add);
  }

  @Override
  public Decoder newDecoder(Arithmetic arithmetic, int adversaries) {
    return code.newDecoder(arithmetic, adversaries);
  }
}
