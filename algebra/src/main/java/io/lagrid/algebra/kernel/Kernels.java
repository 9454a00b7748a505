package io.lagrid.algebra.kernel;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * The two operations that all of Lagrid's heavy work is made of: the product of two matrices, and the
 * linear combination of blocks (encode and decode), over any field.
 *
 * <p>This class checks shapes once and then runs unchecked kernels. Immutable and thread-safe; every
 * call runs on the calling thread alone.
 */
public final class Kernels {
  private Kernels() {}

  /** The fastest provider that works in this process. */
  public static Kernels fastest() {
    throw new UnsupportedOperationException();
  }

  /** The provider of that name. */
  public static Kernels named(String name) {
    throw new UnsupportedOperationException(name);
  }

  /** The names of the providers that work in this process, fastest first. */
  public static List<String> available() {
    throw new UnsupportedOperationException();
  }

  /** The provider's name. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /**
   * c = a·b over {@code field}.
   *
   * @param a not modified
   * @param b not modified
   * @param c overwritten; shares no entry with a or b
   */
  public void multiply(Field field, Matrix a, Matrix b, Matrix c, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  /**
   * targets[i] = Σ_k coefficients[i][k] · blocks[k] over {@code field}.
   *
   * @param coefficients one row per target, one column per block; not modified
   * @param blocks matrices of one shape, views allowed; not modified
   * @param targets matrices of that shape, views allowed; overwritten; share no entry with blocks
   */
  public void combine(
      Field field,
      Matrix coefficients,
      List<Matrix> blocks,
      List<Matrix> targets,
      Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }
}
