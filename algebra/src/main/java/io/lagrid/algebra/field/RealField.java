package io.lagrid.algebra.field;

import java.util.Objects;

/** The reals, approximated by IEEE 754 doubles. Immutable. */
public final class RealField implements Field {

  static final RealField INSTANCE = new RealField();

  private RealField() {}

  /** The only instance. */
  public static RealField instance() {
    return INSTANCE;
  }

  @Override
  public double modulus() {
    return 0;
  }

  @Override
  public double of(long value) {
    return value;
  }

  @Override
  public int panelDepth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void reduce(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
  }

  @Override
  public double add(double a, double b) {
    return a + b;
  }

  @Override
  public double multiply(double a, double b) {
    return a * b;
  }

  @Override
  public double inverse(double a) {
    if (a == 0) {
      throw new ArithmeticException("zero has no inverse");
    }
    return 1 / a;
  }

  @Override
  public String toString() {
    return "R";
  }
}
