package io.lagrid.codes.privacy;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.minors.MinorCheck;
import io.lagrid.codes.minors.MinorVerdict;

/**
 * The privacy condition of an encoding with shares of s blocks: any T workers learn nothing about
 * the data if and only if the rows of any T shares are independent in the noise columns, of which
 * there are T·s. Then the noise those workers see is a bijective image of T·s uniform blocks, hence
 * uniform, and so are their shares, whatever the data (Shamir, How to share a secret, 1979; Yu et
 * al., Lagrange coded computing, 2019, theorem 2).
 *
 * <p>Exhaustive over all C(N, T) sets of workers while there are at most {@link
 * MinorCheck#EXHAUSTIVE}; otherwise random ones are checked, which backs up the proof a code gives
 * for its points but does not replace it.
 *
 * <p>Thread-safe: no state.
 */
public final class PrivacyCheck {

  private PrivacyCheck() {}

  /**
   * Checks the noise columns of an encoding.
   *
   * @param colluders T; there must be T noise columns for every block of a share
   * @return the verdict, whose row groups are workers
   * @throws IllegalArgumentException if the encoding has more or fewer noise columns, or fewer
   *     shares
   */
  public static MinorVerdict check(Encoding encoding, Field field, int colluders) {
    int blocks = encoding.blocksPerShare();
    if (colluders < 1
        || encoding.noiseBlocks() != (long) colluders * blocks
        || encoding.workers() < colluders) {
      throw new IllegalArgumentException(
          "%d colluders among %d workers with %d noise blocks for shares of %d; T noise blocks for"
                  .formatted(colluders, encoding.workers(), encoding.noiseBlocks(), blocks)
              + " each block of a share and 1 ≤ T ≤ N are legal");
    }
    Matrix all = encoding.coefficients();
    Matrix noise = all.block(0, encoding.dataBlocks(), all.rows(), encoding.noiseBlocks());
    return MinorCheck.check(noise, field, blocks);
  }

  /**
   * Insists that a code that hides data is used over a field with uniform noise.
   *
   * @throws UnsupportedOperationException if there are colluders and the field is the reals
   */
  public static void requireNoise(CodeParameters code, Field field) {
    if (code.colluders() > 0 && !field.exact()) {
      throw new UnsupportedOperationException(
          "%s keeps %d colluders blind by uniform noise, which the reals do not have; use exact"
                  .formatted(code.code(), code.colluders())
              + " arithmetic");
    }
  }

  /**
   * Insists that the check passes.
   *
   * @throws AssertionError if it does not, naming the workers that could tell data apart
   */
  public static void require(Encoding encoding, Field field, int colluders) {
    MinorVerdict verdict = check(encoding, field, colluders);
    if (!verdict.passed()) {
      throw new AssertionError(
          "workers %s together see data through the noise over %s"
              .formatted(verdict.singular(), field));
    }
  }
}
