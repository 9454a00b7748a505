package io.lagrid.codes;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer;
import java.util.List;
import java.util.SortedSet;

/** What a decoder makes of the answers it was offered. */
public sealed interface Decoding {

  /**
   * The answers give the result: result block b = Σ_i c[b][i]·answer(used[i]), plane by plane.
   *
   * @param used the workers whose answers are combined, in column order
   * @param coefficients per plane, one row per result block and one column per used answer, or per
   *     piece of it ({@link ProductCode#sharePartition()})
   * @param rejected workers found to have lied
   * @param transfers the same maps, per plane, in a form that is faster for many workers; then the
   *     coefficients may be left out, as an empty list. Empty where there is no such form
   */
  record Decodable(
      List<Integer> used,
      List<Matrix> coefficients,
      SortedSet<Integer> rejected,
      List<PointTransfer> transfers)
      implements Decoding {

    /** By coefficients alone. */
    public Decodable(List<Integer> used, List<Matrix> coefficients, SortedSet<Integer> rejected) {
      this(used, coefficients, rejected, List.of());
    }

    /** How many result blocks there are. */
    public int results() {
      return transfers.isEmpty() ? coefficients.get(0).rows() : transfers.get(0).targets();
    }
  }

  /**
   * Not enough answers.
   *
   * @param answered how many answers count
   * @param needed how many are needed with what was tolerated
   */
  record TooFew(int answered, int needed) implements Decoding {}

  /**
   * Enough answers, but they contradict each other beyond what was tolerated.
   *
   * @param answered how many answers were offered
   * @param needed how many are needed
   * @param suspects workers that do not fit, as far as that can be told; may be empty
   */
  record Inconsistent(int answered, int needed, SortedSet<Integer> suspects) implements Decoding {}
}
