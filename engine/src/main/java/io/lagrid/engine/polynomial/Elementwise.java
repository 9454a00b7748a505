package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A polynomial of one variable, applied to every entry: y = c_0 + c_1·x + … + c_d·x^d, by Horner's
 * rule.
 *
 * @param name how it is written
 * @param coefficients c_0, …, c_d with c_d ≠ 0, d ≥ 1, as exact decimals
 */
public record Elementwise(String name, List<BigDecimal> coefficients) implements PolynomialMap {

  private static final int CHUNK = 2048;

  /** Copies the list; checks that the degree is at least 1 and the leading coefficient not zero. */
  public Elementwise {
    coefficients = List.copyOf(coefficients);
    if (coefficients.size() < 2 || coefficients.get(coefficients.size() - 1).signum() == 0) {
      throw new IllegalArgumentException(
          "'%s' is constant; a polynomial in x of degree at least 1 is legal".formatted(name));
    }
  }

  /**
   * Reads an expression in x, such as {@code 3*x^2 - x + 1}: decimals, x, + - *, powers by a
   * non-negative integer after ^, parentheses; a product may be written without its sign.
   *
   * @throws IllegalArgumentException if it is none; the message points at the character
   */
  public static Elementwise parse(String expression) {
    return new Elementwise(expression, new ExpressionParser(expression).parse());
  }

  @Override
  public int degree() {
    return coefficients.size() - 1;
  }

  @Override
  public BlockShape shape(List<BlockShape> operands) {
    return operands.get(0);
  }

  @Override
  public Cut cut() {
    return Cut.ENTRIES;
  }

  @Override
  public double bound(double[] largest, List<BlockShape> operands) {
    double bound = 0;
    for (int i = degree(); i >= 0; i--) {
      bound = bound * largest[0] + Math.abs(coefficients.get(i).doubleValue());
    }
    return bound * (1 + 0x1p-40);
  }

  @Override
  public double roundings(int side) {
    return 2.0 * degree();
  }

  @Override
  public boolean integral() {
    return coefficients.stream().allMatch(c -> c.stripTrailingZeros().scale() <= 0);
  }

  @Override
  public Matrix apply(List<Matrix> operands, BlockAlgebra algebra) {
    Matrix x = operands.get(0);
    double[] c = coefficients.stream().mapToDouble(algebra::element).toArray();
    Matrix result = Matrix.zeros(x.rows(), x.columns());
    for (int row = 0; row < x.rows(); row++) {
      for (int column = 0; column < x.columns(); column += CHUNK) {
        algebra.cancellation().check();
        int length = Math.min(CHUNK, x.columns() - column);
        int from = x.offset() + row * x.stride() + column;
        horner(c, x.data(), from, result.data(), row * x.columns() + column, length, algebra);
      }
    }
    return result;
  }

  private static void horner(
      double[] c, double[] x, int from, double[] y, int to, int length, BlockAlgebra algebra) {
    for (int i = 0; i < length; i++) {
      y[to + i] = c[c.length - 1];
    }
    for (int k = c.length - 2; k >= 0; k--) {
      double next = c[k];
      for (int i = 0; i < length; i++) {
        y[to + i] = y[to + i] * x[from + i] + next;
      }
      algebra.field().reduce(y, to, to + length);
    }
  }

  /**
   * With x = X·2^−b and c_i ≈ C_i·2^−l, the polynomial is Σ C_i·2^(b(d−i))·X^i·2^−(l+bd): terms of
   * different degree are brought to one scale.
   */
  @Override
  public Optional<FixedPointMap> inFixedPoint(List<OperandScale> scales, double relativeError) {
    OperandScale x = scales.get(0);
    int bits = Math.max(0, x.bits());
    double[] largest = {x.largest()};
    List<BlockShape> one = List.of(new BlockShape(1, 1));
    double bound = bound(largest, one);
    double steps = 0; // how far values move if every coefficient that is not 0 does by 1
    for (int i = degree(); i >= 0; i--) {
      steps = steps * x.largest() + Math.abs(coefficients.get(i).signum());
    }
    double ratio = bound == 0 ? 1 : steps / bound; // bound = 0: all values are 0
    boolean whole = integral();
    int fraction = whole ? 0 : Math.getExponent(ratio / relativeError) + 1;
    List<BigDecimal> integers = new ArrayList<>();
    for (int i = 0; i <= degree(); i++) {
      BigInteger rounded = rounded(coefficients.get(i), fraction);
      integers.add(new BigDecimal(rounded.shiftLeft(bits * (degree() - i))));
    }
    double error = whole ? 0 : ratio * Math.scalb(0.5, -fraction);
    if (integers.get(degree()).signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FixedPointMap(
            new Elementwise(name, integers), List.of(bits), fraction + bits * degree(), error));
  }

  private static BigInteger rounded(BigDecimal coefficient, int bits) {
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(bits)));
    BigDecimal scaled =
        bits >= 0 ? coefficient.multiply(power) : coefficient.divide(power, RoundingMode.HALF_EVEN);
    return scaled.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }
}
