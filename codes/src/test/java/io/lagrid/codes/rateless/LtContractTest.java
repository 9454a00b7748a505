package io.lagrid.codes.rateless;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.CodeContract;
import io.lagrid.codes.ProductCode;
import java.util.Collection;

/** Six row blocks in nine sums: all nine always decode, and some six do. */
final class LtContractTest extends CodeContract {

  private static final LtCode CODE = new LtCode(new LtParameters(9, 6));

  @Override
  protected ProductCode newCode() {
    return new LtCode(CODE.parameters());
  }

  @Override
  protected boolean locates() {
    return false;
  }

  @Override
  protected boolean tight() {
    return false;
  }

  @Override
  protected boolean decodes(Collection<Integer> workers) {
    Matrix rows = Matrix.zeros(workers.size(), 6);
    int next = 0;
    for (int worker : workers) {
      rows.block(next++, 0, 1, 6).write(CODE.rows(RealField.instance()).block(worker, 0, 1, 6));
    }
    return workers.size() >= 6 && LinearSystems.rank(RealField.instance(), rows) == 6;
  }
}
