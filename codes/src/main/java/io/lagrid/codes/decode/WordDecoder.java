package io.lagrid.codes.decode;

import java.util.Optional;

/** Finds the errors in words of one Reed–Solomon code. Immutable and thread-safe. */
public interface WordDecoder {

  /** ⌊(n − R)/2⌋: so many errors are found wherever they are, and never more. */
  int radius();

  /**
   * Where the word differs from its nearest codeword.
   *
   * @param word n elements; not modified
   * @return at most {@link #radius()} positions in ascending order, or empty if every codeword
   *     differs in more
   * @throws IllegalArgumentException if the word has another length
   */
  Optional<int[]> errors(double[] word);
}
