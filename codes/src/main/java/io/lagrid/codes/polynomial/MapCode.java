package io.lagrid.codes.polynomial;

import io.lagrid.codes.Code;

/**
 * A code for polynomial maps f: from any R answers f(share) it gives f(X_1), …, f(X_K).
 *
 * <p>Its operands are two kinds: {@link #CUT} operands have K blocks, one per value of f; a {@link
 * #COMMON} operand is one block that all values share, such as the weights of a regression. Every
 * operand of a map is encoded by itself, with noise of its own, as its kind says.
 */
public interface MapCode extends Code {

  /** The operand number of what is cut into K blocks. */
  int CUT = 0;

  /** The operand number of what all values of the map share. */
  int COMMON = 1;

  /** K. */
  int dataBlocks();
}
