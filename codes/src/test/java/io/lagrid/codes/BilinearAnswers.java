package io.lagrid.codes;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a product code as vectors: the coefficient of every product of a source block of A
 * (data or noise) and a source block of B. What answers decode to is a question of ranks, whatever
 * the code's own formulas say.
 */
public final class BilinearAnswers {

  private final Field field;
  private final ProductCode code;
  private final int leftSources;
  private final int rightSources;
  private final List<double[]> answers = new ArrayList<>();

  /** The answers of all workers. */
  public BilinearAnswers(ProductCode code, Field field) {
    this.code = code;
    this.field = field;
    Matrix left = code.encoding(0, field).coefficients();
    Matrix right = code.encoding(1, field).coefficients();
    this.leftSources = left.columns();
    this.rightSources = right.columns();
    for (int worker = 0; worker < code.parameters().workers(); worker++) {
      double[] answer = new double[leftSources * rightSources];
      for (int b = 0; b < code.blocksPerShare(); b++) {
        add(answer, left, right, worker * code.blocksPerShare() + b);
      }
      answers.add(answer);
    }
  }

  private void add(double[] answer, Matrix left, Matrix right, int row) {
    for (int u = 0; u < leftSources; u++) {
      for (int v = 0; v < rightSources; v++) {
        double term = field.multiply(left.get(row, u), right.get(row, v));
        answer[u * rightSources + v] = field.add(answer[u * rightSources + v], term);
      }
    }
  }

  /** The dimension of the space that all answers span. */
  public int dimension() {
    return rank(answers);
  }

  /** Whether the first answers, so many of them, determine every result block. */
  public boolean determined(int count) {
    List<double[]> given = answers.subList(0, count);
    List<double[]> all = new ArrayList<>(given);
    all.addAll(results());
    return rank(all) == rank(given);
  }

  private List<double[]> results() {
    List<double[]> results = new ArrayList<>();
    for (int block = 0; block < code.grid().resultBlocks(); block++) {
      results.add(new double[leftSources * rightSources]);
    }
    for (ProductGrid.BlockProduct product : code.grid().products()) {
      results.get(product.result())[product.left() * rightSources + product.right()] = 1;
    }
    return results;
  }

  private int rank(List<double[]> rows) {
    return rows.isEmpty()
        ? 0
        : LinearSystems.rank(field, Matrix.ofRows(rows.toArray(new double[0][])));
  }
}
