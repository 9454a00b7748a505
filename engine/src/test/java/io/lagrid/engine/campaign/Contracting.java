package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.contract.Contraction;
import io.lagrid.engine.contract.Tensor;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.report.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A contraction in one of the forms that come down to different computations.
 *
 * @param form which
 * @param a b·i×j entries: a batch of b matrices, one below the other
 * @param b b·j×k entries, likewise; as a, if all axes are common
 * @param batch how many matrices
 */
record Contracting(Form form, Operand a, Operand b, int batch) implements Undertaking {

  /** What the contraction comes down to. */
  enum Form {
    PRODUCT("ij,jk->ik"),
    BATCH("bij,bjk->bik"),
    ENTRIES("ij,ij->ij"),
    SUM("ij,ij->");

    private final String notation;

    Form(String notation) {
      this.notation = notation;
    }

    boolean alike() {
      return this == ENTRIES || this == SUM;
    }
  }

  private Contraction contraction() {
    return Contraction.of(form.notation);
  }

  private Tensor tensor(Operand operand) {
    List<Integer> sides = new ArrayList<>();
    if (form == Form.BATCH) {
      sides.add(batch);
    }
    sides.add(operand.rows() / batch);
    sides.add(operand.columns());
    return new Tensor(sides, operand);
  }

  @Override
  public PlanRequest planning(int workers, Settings settings) {
    return contraction()
        .planning(tensor(a).sides(), tensor(b).sides(), workers, settings)
        .request();
  }

  /** Products are; entry by entry, answers could only be computed again. */
  @Override
  public boolean checked() {
    boolean numbers = a.rows() == batch && a.columns() == 1 && b.columns() == 1;
    return form != Form.ENTRIES && !(form == Form.BATCH && numbers);
  }

  @Override
  public List<Outcome<?>> attempt(Lagrid lagrid) {
    return List.of(contraction().attempt(lagrid, tensor(a), tensor(b)));
  }

  @Override
  public Optional<String> objection(int round, Outcome.Succeeded<?> outcome) {
    Operation inner = ((Operation.Contraction) outcome.report().operation()).inner();
    ExactMatrix x = ExactMatrix.of(a);
    ExactMatrix y = ExactMatrix.of(b);
    double norms = Math.sqrt(x.squares() * y.squares());
    double unit = inner instanceof Operation.Evaluation map ? map.largest() : norms;
    Operand value = ((Tensor) outcome.value()).entries();
    int rows = form.alike() ? a.rows() : a.rows() / batch;
    for (int l = 0; l < batch; l++) {
      ExactMatrix exact =
          switch (form) {
            case ENTRIES -> x.with(y, BigDecimal::multiply);
            case SUM -> sum(x.with(y, BigDecimal::multiply));
            case PRODUCT, BATCH ->
                x.rows(l * rows, rows).times(y.rows(l * a.columns(), a.columns()));
          };
      Optional<String> wrong =
          exact.objection(part(value, l, exact), outcome.report().errorBound(), unit);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static ExactMatrix sum(ExactMatrix all) {
    ExactMatrix ones = all.rows(0, 1).each(any -> BigDecimal.ONE).transposed();
    ExactMatrix columns = all.times(ones).transposed();
    return columns.times(columns.each(any -> BigDecimal.ONE).transposed());
  }

  /** One matrix of the batch, in the shape of its twin. */
  private Operand part(Operand value, int number, ExactMatrix like) {
    int entries = like.rows() * like.columns();
    int from = number * entries;
    if (value instanceof LongMatrix longs) {
      long[] all = longs.toArray();
      return LongMatrix.of(
          like.rows(), like.columns(), Arrays.copyOfRange(all, from, from + entries));
    }
    double[] all = ((Matrix) value).toArray();
    return Matrix.of(like.rows(), like.columns(), Arrays.copyOfRange(all, from, from + entries));
  }

  @Override
  public String toString() {
    return "contraction %s of %s and %s".formatted(form.notation, a.shape(), b.shape());
  }
}
