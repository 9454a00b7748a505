package io.lagrid.algebra.transfer;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Stripe.Range;
import io.lagrid.algebra.transform.CosetTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Blocks that are the values of one polynomial at points of a coset of g roots of unity, or its
 * coefficients. A coset of n = S·g points falls into S of g: point i into number i modulo S.
 *
 * @param table of the coset; absent for coefficients
 * @param blocks their numbers in a list of blocks
 * @param places their rows in a {@link Stripe}
 * @param absent the rows that no block has
 * @param factors canonical; every block is multiplied by its own on its way in or out
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Piece(
    Optional<CosetTable> table, int[] blocks, int[] places, int[] absent, double[] factors) {

  /**
   * Values at the points of the given numbers; cosets without any of them are left out.
   *
   * @param size g
   * @param factors one for each number
   */
  static List<Piece> ofPoints(Coset coset, int size, int[] numbers, double[] factors) {
    int pieces = coset.size() / size;
    double root = coset.field().power(coset.root(), pieces);
    double[] shifts = coset.points(pieces);
    List<Piece> made = new ArrayList<>();
    for (int s = 0; s < pieces; s++) {
      int piece = s;
      int[] blocks =
          IntStream.range(0, numbers.length).filter(i -> numbers[i] % pieces == piece).toArray();
      if (blocks.length > 0) {
        CosetTable table = new CosetTable(coset.field(), Coset.logFor(size), root, shifts[s]);
        int[] places = Arrays.stream(blocks).map(i -> table.place(numbers[i] / pieces)).toArray();
        made.add(of(Optional.of(table), size, blocks, places, factors));
      }
    }
    return made;
  }

  /** Coefficients of the given exponents, below {@code size}. */
  static Piece ofCoefficients(int size, int[] exponents) {
    double[] ones = new double[exponents.length];
    Arrays.fill(ones, 1);
    int[] blocks = IntStream.range(0, exponents.length).toArray();
    return of(Optional.empty(), size, blocks, exponents.clone(), ones);
  }

  /** Without the blocks that are not wanted; absent if none is. */
  Optional<Piece> only(IntPredicate wanted) {
    int[] kept = IntStream.range(0, blocks.length).filter(i -> wanted.test(blocks[i])).toArray();
    return kept.length == 0
        ? Optional.empty()
        : Optional.of(
            new Piece(
                table,
                Arrays.stream(kept).map(i -> blocks[i]).toArray(),
                Arrays.stream(kept).map(i -> places[i]).toArray(),
                absent,
                Arrays.stream(kept).mapToDouble(i -> factors[i]).toArray()));
  }

  /** Fills a stripe from blocks. */
  void read(List<Matrix> from, Range range, Stripe stripe) {
    for (int place : absent) {
      stripe.clear(place, range.tiles());
    }
    for (int i = 0; i < blocks.length; i++) {
      stripe.load(from.get(blocks[i]), range, places[i], factors[i]);
    }
  }

  /** Fills blocks from a stripe. */
  void write(List<Matrix> to, Range range, Stripe stripe) {
    for (int i = 0; i < blocks.length; i++) {
      stripe.store(to.get(blocks[i]), range, places[i], factors[i]);
    }
  }

  private static Piece of(
      Optional<CosetTable> table, int size, int[] blocks, int[] places, double[] factors) {
    BitSet taken = new BitSet(size);
    Arrays.stream(places).forEach(taken::set);
    int[] absent = IntStream.range(0, size).filter(i -> !taken.get(i)).toArray();
    double[] own = Arrays.stream(blocks).mapToDouble(i -> factors[i]).toArray();
    return new Piece(table, blocks, places, absent, own);
  }
}
