package io.lagrid.codes;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;

/**
 * A code: how the blocks of each operand are combined into shares, and how answers are combined
 * into results. Both are linear maps, given as small matrices over a field; the algebra applies
 * them to the big blocks.
 *
 * <p>The data blocks of an operand are numbered row by row over its partition grid; so are the
 * blocks of the result. A worker's answer is the task's function of its shares.
 *
 * <p>Implementations are immutable and thread-safe; tables are computed once per field.
 *
 * @implSpec Two codes with equal {@link #parameters()} behave alike.
 */
public interface Code {

  /** What this code was built from. */
  CodeParameters parameters();

  /**
   * The map from the blocks of one operand to shares.
   *
   * @param operand 0 for the first (left) operand, 1 for the second
   * @throws IndexOutOfBoundsException if the code has no such operand
   */
  Encoding encoding(int operand, Field field);

  /**
   * A decoder for one round.
   *
   * @param arithmetic the arithmetic of the answers
   * @param adversaries how many liars the decoder must locate by itself; 0 when answers are
   *     verified before they are offered, or trusted
   * @throws UnsupportedOperationException if the code cannot locate liars over that arithmetic
   */
  Decoder newDecoder(Arithmetic arithmetic, int adversaries);
}
