package io.lagrid.cli.run;

import io.lagrid.algebra.exact.OverflowException;
import io.lagrid.cli.format.array.BadInputException;
import java.util.function.Supplier;

/**
 * The engine's refusals as the user's bad input: it checks the caller's side before anything is
 * sent.
 */
public final class Refusals {

  private Refusals() {}

  /**
   * What a computation gives.
   *
   * @throws BadInputException if the engine refuses the operands or the settings, or the result
   *     overflows
   */
  public static <T> T asBadInput(Supplier<T> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException | OverflowException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
