package io.lagrid.engine;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.codes.ProductCode;
import java.util.List;

/**
 * In which form workers hold operands. Sparse ones stay sparse, unless noise hides them, which is
 * dense, or a coded block is combined from so many data blocks that its entries with their places
 * would take more bytes than all entries without. Immutable.
 *
 * @param code what combines blocks
 * @param planes how many planes the arithmetic has
 */
record OperandForms(ProductCode code, int planes) {

  /**
   * Operands in the form in which they are cut and encoded.
   *
   * @param operands all sparse or all dense
   * @param note why sparse operands are made dense; empty if they are not
   */
  record Formed(List<? extends Operand> operands, String note) {

    /** Whether they are sparse now. */
    boolean sparse() {
      return operands.get(0) instanceof SparseOperand;
    }

    /** How many entries they hold. */
    long entries() {
      return operands.stream().mapToLong(Operand::entries).sum();
    }
  }

  /**
   * The form for the left (0) or right (1) operands of a batch.
   *
   * @throws IllegalArgumentException if sparse operands have to be made dense, and are too large
   */
  Formed of(int side, List<? extends Operand> operands) {
    if (!(operands.get(0) instanceof SparseOperand sparse)) {
      return new Formed(operands, "");
    }
    String reason = hidden();
    if (reason.isEmpty() && small(sparse)) {
      reason = crowded(side, density(operands));
    }
    return new Formed(reason.isEmpty() ? operands : dense(operands, reason), reason);
  }

  private String hidden() {
    int colluders = code.parameters().colluders();
    return colluders == 0
        ? ""
        : "made dense, because the noise that hides it from %d colluders is".formatted(colluders);
  }

  private String crowded(int side, double density) {
    double weight = code.weight(side).mean();
    double sparse = weight * density * (planes * Double.BYTES + Integer.BYTES);
    return sparse < planes * Double.BYTES
        ? ""
        : "made dense, because shares combined from %.4g blocks with %.2g %% of entries would be"
            .formatted(weight, 100 * density);
  }

  private static boolean small(Operand operand) {
    return (double) operand.rows() * operand.columns() <= SparseOperand.LARGEST_DENSE;
  }

  /** Which part of their entries operands of one shape hold; 1 for dense ones. */
  static double density(List<? extends Operand> operands) {
    Operand first = operands.get(0);
    double all = (double) operands.size() * first.rows() * first.columns();
    return operands.stream().mapToLong(Operand::entries).sum() / all;
  }

  private static List<Operand> dense(List<? extends Operand> operands, String reason) {
    if (!small(operands.get(0))) {
      throw new IllegalArgumentException(
          "a sparse operand of %s cannot be %s; as such it may have %d entries at most"
              .formatted(operands.get(0).shape(), reason, SparseOperand.LARGEST_DENSE));
    }
    return operands.stream().map(operand -> ((SparseOperand) operand).dense()).toList();
  }
}
