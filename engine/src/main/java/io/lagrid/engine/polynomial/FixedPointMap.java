package io.lagrid.engine.polynomial;

import java.util.List;

/**
 * A map of doubles as a map of integers: f(x) ≈ map(x·2^bits)·2^−resultBits.
 *
 * @param map with integer coefficients
 * @param bits fractional bits of every operand
 * @param resultBits fractional bits of the value
 * @param error a bound on what rounding the coefficients does, in units of f's bound
 */
public record FixedPointMap(PolynomialMap map, List<Integer> bits, int resultBits, double error) {

  /** Copies the list. */
  public FixedPointMap {
    bits = List.copyOf(bits);
  }
}
