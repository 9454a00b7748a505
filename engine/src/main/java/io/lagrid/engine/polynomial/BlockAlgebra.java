package io.lagrid.engine.polynomial;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Sums and products of blocks over one field: what a {@link PolynomialMap} is made of. Results are
 * new matrices; operands are not modified.
 *
 * @param field the field
 * @param kernels what multiplies
 * @param cancellation asked now and then; a map with long loops of its own asks it too
 */
public record BlockAlgebra(Field field, Kernels kernels, Cancellation cancellation) {

  private static final Matrix SUM = Matrix.ofRows(new double[] {1, 1});
  private static final Matrix DIFFERENCE = Matrix.ofRows(new double[] {1, -1});

  /** a·b. */
  public Matrix product(Matrix a, Matrix b) {
    Matrix product = Matrix.zeros(a.rows(), b.columns());
    kernels.multiply(field, a, b, product, cancellation);
    return product;
  }

  /** a + b. */
  public Matrix add(Matrix a, Matrix b) {
    return combined(SUM, List.of(a, b));
  }

  /** a − b. */
  public Matrix subtract(Matrix a, Matrix b) {
    return combined(DIFFERENCE, List.of(a, b));
  }

  /** factor·a for an element of the field. */
  public Matrix scale(double factor, Matrix a) {
    return combined(Matrix.ofRows(new double[] {factor}), List.of(a));
  }

  /**
   * The element that a number stands for.
   *
   * @throws IllegalArgumentException if the field is finite and the number no integer
   */
  public double element(BigDecimal number) {
    if (!(field instanceof PrimeField prime)) {
      return number.doubleValue();
    }
    try {
      BigInteger residue = number.toBigIntegerExact().mod(BigInteger.valueOf(prime.prime()));
      return prime.of(residue.longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          number + " is no integer, and has no place in " + field, e);
    }
  }

  private Matrix combined(Matrix coefficients, List<Matrix> blocks) {
    Matrix first = blocks.get(0);
    Matrix result = Matrix.zeros(first.rows(), first.columns());
    kernels.combine(field, coefficients, blocks, List.of(result), cancellation);
    return result;
  }
}
