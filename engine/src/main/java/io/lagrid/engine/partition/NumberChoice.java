package io.lagrid.engine.partition;

/**
 * The numbers a run computes with, and what that means for its result.
 *
 * @param numbers the conversion
 * @param leftBits fractional bits of the left operand's fixed point; 0 for integers and reals
 * @param rightBits fractional bits of the right operand's fixed point; 0 for integers and reals
 * @param errorBound bound on max |result − exact result| / (‖A‖·‖B‖) from the conversion alone
 */
public record NumberChoice(Numbers numbers, int leftBits, int rightBits, double errorBound) {

  /** Doubles as they are. */
  public static NumberChoice real() {
    return new NumberChoice(new RealNumbers(), 0, 0, 0);
  }
}
