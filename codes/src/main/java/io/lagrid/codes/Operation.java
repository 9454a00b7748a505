package io.lagrid.codes;

import java.util.Locale;

/** What is to be computed, as far as choosing a code needs to know: the kind and the sizes. */
public sealed interface Operation {

  /** The name of the command and of the report's {@code operation} field. */
  String name();

  /** What the report's error bound is a multiple of, as people write it. */
  default String errorUnit() {
    return "‖A‖·‖B‖";
  }

  /**
   * C_l = A_l·B_l for a batch of products of one shape.
   *
   * @param batch how many products; 1 for a single one
   * @param rows rows of A and of C
   * @param inner columns of A, rows of B
   * @param columns columns of B and of C
   * @param leftDensity which part of A's entries is held: 1 if A is dense
   * @param rightDensity which part of B's entries is held: 1 if B is dense
   */
  record Product(
      int batch, int rows, int inner, int columns, double leftDensity, double rightDensity)
      implements Operation {

    /** Checks that every size is positive, and that densities lie between 0 and 1. */
    public Product {
      if (batch < 1 || rows < 1 || inner < 1 || columns < 1) {
        throw new IllegalArgumentException(
            "a product of %d pairs %dx%d times %dx%d has no entries"
                .formatted(batch, rows, inner, inner, columns));
      }
      if (!(leftDensity >= 0 && leftDensity <= 1 && rightDensity >= 0 && rightDensity <= 1)) {
        throw new IllegalArgumentException(
            "densities %s and %s; 0 to 1 is legal".formatted(leftDensity, rightDensity));
      }
    }

    /** Of dense operands. */
    public Product(int batch, int rows, int inner, int columns) {
      this(batch, rows, inner, columns, 1, 1);
    }

    /** A single product. */
    public static Product of(int rows, int inner, int columns) {
      return new Product(1, rows, inner, columns);
    }

    @Override
    public String name() {
      return "multiply";
    }

    /** How many entries of all left operands are held. */
    public double leftEntries() {
      return (double) batch * rows * inner * leftDensity;
    }

    /** How many entries of all right operands are held. */
    public double rightEntries() {
      return (double) batch * inner * columns * rightDensity;
    }

    /** Whether an operand is held without its zeros. */
    public boolean sparse() {
      return leftDensity < 1 || rightDensity < 1;
    }

    /**
     * Multiply–add operations of the whole computation; of two sparse operands about so many, as if
     * their entries lay evenly. Where an operand is sparse, writing an entry of the result counts
     * as one more, because it may cost as much as computing it.
     */
    public double work() {
      return multiplyAdds() + (sparse() ? (double) batch * rows * columns : 0);
    }

    /** The multiply–add operations alone. */
    public double multiplyAdds() {
      return leftEntries() * columns * rightDensity;
    }
  }

  /**
   * f(X_1), …, f(X_K) for a function f of blocks.
   *
   * @param blocks K
   * @param rows rows of every block
   * @param columns columns of every block
   */
  record Map(int blocks, int rows, int columns) implements Operation {

    /** Checks that every size is positive. */
    public Map {
      if (blocks < 1 || rows < 1 || columns < 1) {
        throw new IllegalArgumentException(
            "a function of %d blocks of %dx%d".formatted(blocks, rows, columns));
      }
    }

    @Override
    public String name() {
      return "map";
    }
  }

  /**
   * f(X_1), …, f(X_K) for a polynomial map f of blocks.
   *
   * @param map how f is written
   * @param degree the total degree of f in what differs from block to block, or in all it takes if
   *     that is to be hidden; at least 1
   * @param pieces the largest K: into how many blocks the data can be cut
   * @param largest a bound on |f| for entries as large as the data's
   */
  record Evaluation(String map, int degree, int pieces, double largest) implements Operation {

    /** Checks that there is something to evaluate. */
    public Evaluation {
      if (degree < 1 || pieces < 1) {
        throw new IllegalArgumentException(
            "a map of degree %d on %d blocks; at least 1 each is legal".formatted(degree, pieces));
      }
    }

    @Override
    public String name() {
      return "evaluate";
    }

    @Override
    public String errorUnit() {
      return String.format(
          Locale.ROOT, "M, where M = %.3g bounds the map on entries of this size", largest);
    }

    /** The largest K that leaves no block without data: none is made of padding alone. */
    public int blocks(int most) {
      int length = (pieces - 1) / Math.min(most, pieces) + 1;
      return (pieces - 1) / length + 1;
    }
  }

  /**
   * One of the bilinear maps of a convolution, as seen along the axis that is cut into chunks.
   *
   * @param left the left operand's length along that axis
   * @param right the right operand's length along that axis, holes of dilation or stride included
   * @param granule chunk lengths are multiples of this
   * @param contraction whether only the sum of the products of corresponding chunks is wanted, as
   *     for the gradient by a filter; then both sides have as many chunks
   */
  record Convolution(int left, int right, int granule, boolean contraction) implements Operation {

    /** Checks that every size is positive. */
    public Convolution {
      if (left < 1 || right < 1 || granule < 1) {
        throw new IllegalArgumentException(
            "a convolution of lengths %d and %d with granule %d has no entries"
                .formatted(left, right, granule));
      }
    }

    @Override
    public String name() {
      return "convolve";
    }

    /** The least chunk length with which p left chunks and q right ones hold everything. */
    public int chunk(int p, int q) {
      int needed = Math.max((left - 1) / p + 1, contraction ? 1 : (right - 1) / q + 1);
      return Math.toIntExact(((needed - 1L) / granule + 1) * granule);
    }
  }

  /**
   * A contraction of two tensors, as what it came down to.
   *
   * @param name what the user asked for: {@code contract}, or {@code multiply} for stacks
   * @param notation in einsum notation
   * @param inner the product, the batch of them, or the map
   */
  record Contraction(String name, String notation, Operation inner) implements Operation {

    @Override
    public String errorUnit() {
      return inner.errorUnit();
    }
  }
}
