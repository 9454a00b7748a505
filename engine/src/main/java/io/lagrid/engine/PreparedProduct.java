package io.lagrid.engine;

import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.Result;
import java.util.List;

/**
 * A left operand that was encoded and placed on the workers once, to be multiplied by right
 * operands round after round: only the right operand travels again, and the liar check's
 * projections of the left one are kept.
 *
 * <p>Confined to one thread at a time. Close it to free the workers' memory; the cluster stays
 * open. After that, products throw {@link IllegalStateException}.
 *
 * @param <T> the kind of operands and results
 */
public final class PreparedProduct<T extends Operand> implements AutoCloseable {

  private final ProductSession session;
  private final Class<T> kind;
  private boolean closed;

  PreparedProduct(ProductSession session, Class<T> kind) {
    this.session = session;
    this.kind = kind;
  }

  /**
   * A·B.
   *
   * @param b inner × columns, with as many columns as was announced; not modified
   * @throws IllegalArgumentException if the shape does not match or, over exact arithmetic, the
   *     result could exceed what the primes chosen for A can hold
   * @throws IllegalStateException if this or the cluster is closed
   * @throws ComputationFailedException if the answers cannot give the result
   */
  public Result<T> multiply(T b) {
    return attempt(b).orThrow();
  }

  /**
   * A·B with a sparse B, which stays sparse as far as the code allows, such as the rows to look up
   * in a table.
   *
   * @param b of the same kind of numbers as A; otherwise as {@link #multiply(Operand)}
   */
  public Result<T> multiply(SparseOperand b) {
    boolean integers = kind == LongMatrix.class;
    if (b instanceof IntegerOperand != integers) {
      throw new IllegalArgumentException(
          "A holds %s, B is a %s; convert one of them"
              .formatted(integers ? "longs" : "doubles", b));
    }
    return round(b).orThrow();
  }

  /** A·B, where the failure of the workers is an outcome rather than an exception. */
  public Outcome<T> attempt(T b) {
    return round(b);
  }

  private Outcome<T> round(Operand b) {
    if (closed) {
      throw new IllegalStateException(
          "the prepared product is closed, and A is no longer on the workers; prepare it again");
    }
    ProductOperands.finite("B", b);
    return Background.interruptible(() -> session.multiply(List.of(b)))
        .map(results -> kind.cast(results.get(0)));
  }

  /** Frees what the workers hold. Does nothing if closed before. */
  @Override
  public void close() {
    closed = true;
    session.close();
  }
}
