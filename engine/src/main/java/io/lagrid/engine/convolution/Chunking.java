package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Axis;
import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.convolution.Layer;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * How a convolution is cut into chunks along its height, and put together again. In powers of z per
 * row of the image, with s and d the stride and dilation, the maps of a layer are products
 *
 * <pre>forward: X(z)·F(z^−d),   by input: Y'(z^s)·F(z^d),   by filter: X(z)·Y'(z^−s),</pre>
 *
 * of which some coefficients are wanted. Left and right are cut into p and q chunks of L powers of
 * z, L a multiple of s and d; a negative exponent is made positive by counting the right chunks
 * backwards. The product of chunks i and j is a smaller convolution of the same kind and lies i + j
 * chunks further, where it overlaps its neighbours. For the gradient by the filter, whose result is
 * short, chunks of X overlap instead, so that only products of corresponding chunks are wanted.
 *
 * <p>Immutable.
 */
final class Chunking {

  private final Convolution whole;
  private final Convolution chunk;
  private final int p;
  private final int q;
  private final int length;

  /** Cuts into p and q chunks of a length that {@link #operation} allows. */
  Chunking(Convolution whole, int p, int q) {
    this.whole = whole;
    this.p = p;
    this.q = q;
    this.length = operation(whole).chunk(p, q);
    this.chunk = new Convolution(layer(), whole.way());
  }

  /** What choosing a code needs to know of a convolution. */
  static Operation.Convolution operation(Convolution whole) {
    Axis height = whole.layer().height();
    int filter = (height.filter() - 1) * height.dilation() + 1;
    int granule = lcm(height.stride(), height.dilation());
    return switch (whole.way()) {
      case FORWARD -> new Operation.Convolution(height.input(), filter, granule, false);
      case BY_INPUT ->
          new Operation.Convolution(
              (height.output() - 1) * height.stride() + 1, filter, granule, false);
      case BY_FILTER -> new Operation.Convolution(height.output(), height.output(), 1, true);
    };
  }

  private static int lcm(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int rest = x % y;
      x = y;
      y = rest;
    }
    return a / x * b;
  }

  private Layer layer() {
    Axis height = whole.layer().height();
    int s = height.stride();
    int d = height.dilation();
    int taps = filterRows();
    int reach = (taps - 1) * d;
    Axis cut =
        switch (whole.way()) {
          case FORWARD -> {
            int before = reach - Math.floorMod(reach - height.before(), s);
            yield new Axis(length, taps, (length - 1 + before) / s + 1, s, d, before);
          }
          case BY_INPUT -> new Axis((length / s - 1) * s + reach + 1, taps, length / s, s, d, 0);
          case BY_FILTER -> new Axis((length - 1) * s + reach + 1, taps, length, s, d, 0);
        };
    return whole.layer().withAxes(cut, whole.layer().width());
  }

  private int filterRows() {
    Axis height = whole.layer().height();
    boolean cut = whole.way() != Way.BY_FILTER && q > 1;
    return cut ? length / height.dilation() : height.filter();
  }

  /** What a worker computes of its two coded chunks. */
  Convolution chunk() {
    return chunk;
  }

  /** The part of all pairs of rows that one worker multiplies. */
  double work() {
    Axis all = whole.layer().height();
    Axis part = chunk.layer().height();
    return switch (whole.way()) {
      case FORWARD -> (double) part.input() * part.filter() / ((double) all.input() * all.filter());
      case BY_INPUT ->
          (double) part.output() * part.filter() / ((double) all.output() * all.filter());
      case BY_FILTER -> (double) part.output() / all.output();
    };
  }

  /** The chunks of one plane of an operand, in the order of the code's exponents. */
  List<Matrix> cut(int side, Matrix plane) {
    Extent from = side == 0 ? whole.left() : whole.right();
    Extent to = side == 0 ? chunk.left() : chunk.right();
    List<Matrix> chunks = new ArrayList<>();
    for (int i = 0; i < (side == 0 ? p : q); i++) {
      Matrix piece = Matrix.zeros(to.rows(), to.width());
      int start = side == 0 ? leftStart(i) : rightStart(i);
      new Overlay(from, to, start).copy(plane, piece);
      chunks.add(piece);
    }
    return chunks;
  }

  private int leftStart(int i) {
    Axis height = whole.layer().height();
    return switch (whole.way()) {
      case FORWARD -> i * length;
      case BY_INPUT -> i * (length / height.stride());
      case BY_FILTER -> i * length * height.stride() - height.before();
    };
  }

  private int rightStart(int j) {
    return switch (whole.way()) {
      case FORWARD -> (q - 1 - j) * chunk.layer().height().filter();
      case BY_INPUT -> j * chunk.layer().height().filter();
      case BY_FILTER -> (q - 1 - j) * length;
    };
  }

  /** The first row of the result at which the sum of products i + j = d lies; may be negative. */
  private int resultStart(int d) {
    Axis height = whole.layer().height();
    return switch (whole.way()) {
      case FORWARD ->
          ((d - q + 1) * length + height.before() - chunk.layer().height().before())
              / height.stride();
      case BY_INPUT -> d * length - height.before();
      case BY_FILTER -> 0;
    };
  }

  /**
   * Adds the sums of products to where they lie.
   *
   * @param sums in order from the first wanted one; not modified
   * @param result modified, not reduced
   */
  void add(List<Matrix> sums, Matrix result) {
    for (int d = 0; d < sums.size(); d++) {
      new Overlay(whole.result(), chunk.result(), resultStart(d)).add(sums.get(d), result);
    }
  }

  /** How many sums of products a row of the result is made of, at most. */
  int overlaps() {
    int rows = chunk.result().height();
    int step =
        switch (whole.way()) {
          case FORWARD -> length / whole.layer().height().stride();
          case BY_INPUT -> length;
          case BY_FILTER -> rows;
        };
    return (rows - 1) / step + 1;
  }
}
