package io.lagrid.codes;

/** What is to be computed, as far as choosing a code needs to know: the kind and the sizes. */
public sealed interface Operation {

  /** The name of the command and of the report's {@code operation} field. */
  String name();

  /**
   * C_l = A_l·B_l for a batch of products of one shape.
   *
   * @param batch how many products; 1 for a single one
   * @param rows rows of A and of C
   * @param inner columns of A, rows of B
   * @param columns columns of B and of C
   */
  record Product(int batch, int rows, int inner, int columns) implements Operation {

    /** Checks that every size is positive. */
    public Product {
      if (batch < 1 || rows < 1 || inner < 1 || columns < 1) {
        throw new IllegalArgumentException(
            "a product of %d pairs %dx%d times %dx%d has no entries"
                .formatted(batch, rows, inner, inner, columns));
      }
    }

    /** A single product. */
    public static Product of(int rows, int inner, int columns) {
      return new Product(1, rows, inner, columns);
    }

    @Override
    public String name() {
      return "multiply";
    }

    /** Multiply–add operations of the whole computation. */
    public double work() {
      return (double) batch * rows * inner * columns;
    }
  }
}
