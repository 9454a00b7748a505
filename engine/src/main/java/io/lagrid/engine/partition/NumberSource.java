package io.lagrid.engine.partition;

import io.lagrid.algebra.matrix.Operand;
import java.util.List;

/**
 * Chooses the numbers of each round, given its right operands. The arithmetic and the left
 * operand's conversion are the same in every round.
 *
 * @implSpec Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface NumberSource {

  /**
   * The numbers for one round.
   *
   * @param right the right operands; not modified
   * @throws io.lagrid.algebra.exact.UnrepresentableException if they cannot be represented so that
   *     nothing wraps
   */
  NumberChoice forRight(List<? extends Operand> right);

  /** The same numbers in every round. */
  static NumberSource fixed(NumberChoice choice) {
    return right -> choice;
  }
}
