package io.lagrid.codes.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One round of a real product code on random blocks with entries in [−1, 1]: shares and answers are
 * computed in doubles, the products themselves in exact decimals.
 */
final class ExactRound {

  static final int ROWS = 2;
  static final int INNER = 3;
  static final int COLUMNS = 2;

  private final ProductCode code;
  private final List<Matrix> answers = new ArrayList<>();
  private final BigDecimal[][] expected;

  ExactRound(ProductCode code, Randomness random) {
    this.code = code;
    List<Matrix> left = random(code.grid().leftBlocks(), ROWS, INNER, random);
    List<Matrix> right = random(code.grid().rightBlocks(), INNER, COLUMNS, random);
    Partition share = code.sharePartition();
    List<Matrix> leftShares = coded(0, left, share.m(), share.p());
    List<Matrix> rightShares = coded(1, right, share.p(), share.n());
    for (int worker = 0; worker < leftShares.size(); worker++) {
      answers.add(product(leftShares.get(worker), rightShares.get(worker)));
    }
    expected = products(left, right);
  }

  /** The largest error of a result entry when these workers' answers are decoded by D. */
  double error(List<Integer> workers, Matrix decode) {
    List<Matrix> pieces = new ArrayList<>();
    Partition share = code.sharePartition();
    for (int worker : workers) {
      for (int cell = 0; cell < share.m() * share.n(); cell++) {
        int row = cell / share.n() * ROWS;
        int column = cell % share.n() * COLUMNS;
        pieces.add(answers.get(worker).block(row, column, ROWS, COLUMNS));
      }
    }
    double largest = 0;
    for (int b = 0; b < expected.length; b++) {
      for (int entry = 0; entry < ROWS * COLUMNS; entry++) {
        double sum = 0;
        for (int i = 0; i < pieces.size(); i++) {
          sum += decode.get(b, i) * pieces.get(i).get(entry / COLUMNS, entry % COLUMNS);
        }
        largest = Math.max(largest, difference(sum, expected[b][entry]));
      }
    }
    return largest;
  }

  static double difference(double value, BigDecimal exact) {
    return Double.isFinite(value)
        ? new BigDecimal(value).subtract(exact).abs().doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  private BigDecimal[][] products(List<Matrix> left, List<Matrix> right) {
    BigDecimal[][] sums = new BigDecimal[code.grid().resultBlocks()][ROWS * COLUMNS];
    for (BigDecimal[] block : sums) {
      Arrays.fill(block, BigDecimal.ZERO);
    }
    for (ProductGrid.BlockProduct product : code.grid().products()) {
      Matrix a = left.get(product.left());
      Matrix b = right.get(product.right());
      BigDecimal[] target = sums[product.result()];
      for (int entry = 0; entry < target.length; entry++) {
        for (int k = 0; k < INNER; k++) {
          BigDecimal x = new BigDecimal(a.get(entry / COLUMNS, k));
          target[entry] = target[entry].add(x.multiply(new BigDecimal(b.get(k, entry % COLUMNS))));
        }
      }
    }
    return sums;
  }

  private List<Matrix> coded(int operand, List<Matrix> blocks, int gridRows, int gridColumns) {
    Matrix coefficients = code.encoding(operand, RealField.instance()).coefficients();
    int rows = blocks.get(0).rows();
    int columns = blocks.get(0).columns();
    int each = gridRows * gridColumns;
    List<Matrix> shares = new ArrayList<>();
    for (int worker = 0; worker < code.parameters().workers(); worker++) {
      Matrix share = Matrix.zeros(gridRows * rows, gridColumns * columns);
      for (int cell = 0; cell < each; cell++) {
        Matrix part =
            share.block(cell / gridColumns * rows, cell % gridColumns * columns, rows, columns);
        for (int k = 0; k < blocks.size(); k++) {
          add(part, coefficients.get(worker * each + cell, k), blocks.get(k));
        }
      }
      shares.add(share);
    }
    return shares;
  }

  private static void add(Matrix target, double factor, Matrix source) {
    for (int i = 0; i < target.rows(); i++) {
      for (int j = 0; j < target.columns(); j++) {
        target.set(i, j, target.get(i, j) + factor * source.get(i, j));
      }
    }
  }

  private static Matrix product(Matrix a, Matrix b) {
    Matrix result = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int k = 0; k < a.columns(); k++) {
        for (int j = 0; j < b.columns(); j++) {
          result.set(i, j, result.get(i, j) + a.get(i, k) * b.get(k, j));
        }
      }
    }
    return result;
  }

  private static List<Matrix> random(int count, int rows, int columns, Randomness random) {
    List<Matrix> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Matrix block = Matrix.zeros(rows, columns);
      for (int entry = 0; entry < rows * columns; entry++) {
        block.data()[entry] = 2 * random.nextDouble() - 1;
      }
      blocks.add(block);
    }
    return blocks;
  }
}
