package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;

/**
 * A running product value·2^exponent that neither overflows nor underflows: over the reals the
 * value is brought back near 1 whenever it leaves [2^−100, 2^100]; over GF(p) the exponent stays 0.
 *
 * <p>Confined to one thread.
 */
final class ScaledProduct {

  private final Field field;
  private double value = 1;
  private int exponent;

  ScaledProduct(Field field) {
    this.field = field;
  }

  /** The empty product, over the same field. */
  void reset() {
    value = 1;
    exponent = 0;
  }

  void multiply(double factor) {
    value = field.multiply(value, factor);
    double magnitude = Math.abs(value);
    if ((magnitude > 0x1p100 || magnitude < 0x1p-100) && magnitude > 0 && !field.exact()) {
      int shift = Math.getExponent(value);
      value = Math.scalb(value, -shift);
      exponent += shift;
    }
  }

  double value() {
    return value;
  }

  int exponent() {
    return exponent;
  }
}
