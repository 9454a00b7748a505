package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseOperand;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A matrix of exact numbers: the naive twin of whatever workers compute. Immutable. */
final class ExactMatrix {

  private static final double ROUNDED_ONCE = 1e-15;

  private final BigDecimal[][] entries;

  private ExactMatrix(int rows, int columns, BiFunction<Integer, Integer, BigDecimal> entry) {
    entries = new BigDecimal[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        entries[i][j] = entry.apply(i, j);
      }
    }
  }

  static ExactMatrix of(Operand operand) {
    Operand dense = operand instanceof SparseOperand sparse ? sparse.dense() : operand;
    return new ExactMatrix(dense.rows(), dense.columns(), (i, j) -> of(dense, i, j));
  }

  int rows() {
    return entries.length;
  }

  int columns() {
    return entries[0].length;
  }

  BigDecimal get(int i, int j) {
    return entries[i][j];
  }

  ExactMatrix times(ExactMatrix other) {
    return new ExactMatrix(
        rows(),
        other.columns(),
        (i, j) -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (int k = 0; k < columns(); k++) {
            sum = sum.add(get(i, k).multiply(other.get(k, j)));
          }
          return sum;
        });
  }

  /** Entry by entry. */
  ExactMatrix with(ExactMatrix other, BiFunction<BigDecimal, BigDecimal, BigDecimal> rule) {
    return new ExactMatrix(rows(), columns(), (i, j) -> rule.apply(get(i, j), other.get(i, j)));
  }

  ExactMatrix each(UnaryOperator<BigDecimal> rule) {
    return new ExactMatrix(rows(), columns(), (i, j) -> rule.apply(get(i, j)));
  }

  ExactMatrix transposed() {
    return new ExactMatrix(columns(), rows(), (i, j) -> get(j, i));
  }

  ExactMatrix rows(int first, int count) {
    return new ExactMatrix(count, columns(), (i, j) -> get(first + i, j));
  }

  /** The full linear convolution, by its definition. */
  ExactMatrix convolved(ExactMatrix other) {
    BigDecimal[][] sums =
        new ExactMatrix(
                rows() + other.rows() - 1,
                columns() + other.columns() - 1,
                (i, j) -> BigDecimal.ZERO)
            .entries;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        for (int k = 0; k < other.rows(); k++) {
          for (int l = 0; l < other.columns(); l++) {
            sums[i + k][j + l] = sums[i + k][j + l].add(get(i, j).multiply(other.get(k, l)));
          }
        }
      }
    }
    return new ExactMatrix(sums.length, sums[0].length, (i, j) -> sums[i][j]);
  }

  /** The sum of the squares of all entries. */
  double squares() {
    double sum = 0;
    for (BigDecimal[] row : entries) {
      for (BigDecimal entry : row) {
        sum += entry.doubleValue() * entry.doubleValue();
      }
    }
    return sum;
  }

  /**
   * What is wrong with a result: longs must be equal, doubles within the bound in that unit.
   *
   * @param bound at most 1
   */
  Optional<String> objection(Operand found, double bound, double unit) {
    double error = distance(found);
    boolean equal = error == 0;
    boolean within = error <= bound * unit + ROUNDED_ONCE * unit && bound <= 1;
    return (found instanceof LongMatrix ? equal : within)
        ? Optional.empty()
        : Optional.of(
            "a result off by %s, with a bound of %s times %s".formatted(error, bound, unit));
  }

  /** The largest difference; infinite if shapes differ or a number is none. */
  private double distance(Operand found) {
    if (found.rows() != rows() || found.columns() != columns()) {
      return Double.POSITIVE_INFINITY;
    }
    double worst = 0;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        if (found instanceof Matrix doubles && !Double.isFinite(doubles.get(i, j))) {
          return Double.POSITIVE_INFINITY;
        }
        worst = Math.max(worst, of(found, i, j).subtract(get(i, j)).abs().doubleValue());
      }
    }
    return worst;
  }

  private static BigDecimal of(Operand operand, int i, int j) {
    return operand instanceof LongMatrix longs
        ? BigDecimal.valueOf(longs.get(i, j))
        : new BigDecimal(((Matrix) operand).get(i, j));
  }
}
