package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A map f of one or several blocks, every entry of whose result is a polynomial of the entries of
 * its operands, with coefficients that are integers (any numbers, if only doubles are mapped). So
 * it makes sense over every field, and a code can interpolate it.
 *
 * <p>A user's own map implements the four abstract methods: a determinant, a bilinear form, or
 * anything else made of {@link BlockAlgebra}'s sums and products. Its declared degree is tested at
 * random points before anything is sent, on blocks of up to about 4096 entries; its bound there and
 * on every value that is decoded.
 *
 * @implSpec Immutable, thread-safe and serialisable: it travels to workers. Deterministic.
 */
public interface PolynomialMap extends Serializable {

  /** How whole operands are cut into blocks, and what the values of the blocks make together. */
  enum Cut {
    /** Into ranges of entries; f acts on every entry by itself, and so keeps the shape. */
    ENTRIES,
    /**
     * Into groups of rows: f of all rows is the sum of f of the groups, and rows of zeros add
     * nothing.
     */
    ROWS,
    /** Not at all: each operand is one block, and there is one value per block. */
    WHOLE
  }

  /** deg f, the total degree in all operands; at least 1. */
  int degree();

  /**
   * The shape of f's value.
   *
   * @param operands the shapes of the operands
   * @throws IllegalArgumentException if f has no value on these shapes; the message says why
   */
  BlockShape shape(List<BlockShape> operands);

  /**
   * A bound on the magnitude of every entry of f's value, whatever the operands' entries are.
   *
   * @param largest per operand, a bound on the magnitudes of its entries; not modified
   * @param operands the shapes of the operands
   */
  double bound(double[] largest, List<BlockShape> operands);

  /**
   * f over one field.
   *
   * @param operands one matrix per operand, of canonical elements; not modified
   * @param algebra sums and products over the field
   * @return a new matrix of canonical elements
   */
  Matrix apply(List<Matrix> operands, BlockAlgebra algebra);

  /** What to call it in reports. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** How many operands it takes. */
  default int operands() {
    return 1;
  }

  /** Whether all blocks share that operand, as a regression's samples share the weights. */
  default boolean common(int operand) {
    return false;
  }

  /** The total degree in the operands that are not common. */
  default int degreeOfCut() {
    return degree();
  }

  /** How whole operands are cut. */
  default Cut cut() {
    return Cut.WHOLE;
  }

  /**
   * How many roundings an entry of the value suffers in floating point, each at most 2^-53 of
   * {@link #bound}; NaN if that is unknown, and f is not for floating point.
   *
   * @param side the largest side of an operand
   */
  default double roundings(int side) {
    return Double.NaN;
  }

  /**
   * About how many multiply–adds f takes on operands of these shapes, for forecasts: its degree for
   * every entry of its operands, unless it says more.
   */
  default double work(List<BlockShape> operands) {
    return degree()
        * operands.stream().mapToDouble(shape -> (double) shape.rows() * shape.columns()).sum();
  }

  /** Whether f has integer coefficients, so that integers have integer values. */
  default boolean integral() {
    return true;
  }

  /**
   * The map that does to integers x·2^b what f does to x; empty if there is none.
   *
   * @param scales what is known of the operands, one each
   * @param relativeError how far coefficients may be rounded, in {@link #bound}s
   */
  default Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    return Optional.empty();
  }
}
