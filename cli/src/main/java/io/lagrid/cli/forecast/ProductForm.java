package io.lagrid.cli.forecast;

import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.Operation;
import io.lagrid.engine.partition.NumberChoice;
import java.util.List;

/** Products: two shapes, {@code ROWSxCOLUMNS} or {@code BATCHxROWSxCOLUMNS}. */
final class ProductForm implements OperationForm {

  @Override
  public String name() {
    return "multiply";
  }

  @Override
  public Operation parse(List<String> shapes) {
    if (shapes.size() != 2) {
      throw new BadInputException(
          "multiply takes the shapes of A and B, not %d shapes; a shape is %s"
              .formatted(shapes.size(), OperationText.LEGAL));
    }
    int[] a = OperationText.shape(shapes.get(0));
    int[] b = OperationText.shape(shapes.get(1));
    if (a[0] != b[0]) {
      throw new BadInputException("a batch of %d left and %d right operands".formatted(a[0], b[0]));
    }
    if (a[2] != b[1]) {
      throw new BadInputException(
          "cannot multiply %s by %s: A has %d columns, B has %d rows"
              .formatted(shapes.get(0), shapes.get(1), a[2], b[1]));
    }
    return new Operation.Product(a[0], a[1], a[2], b[2]);
  }

  @Override
  public String title(Operation operation) {
    Operation.Product product = (Operation.Product) operation;
    String batch = product.batch() > 1 ? product.batch() + " products of " : "";
    return "%s%d×%d times %d×%d"
        .formatted(batch, product.rows(), product.inner(), product.inner(), product.columns());
  }

  @Override
  public NumberChoice exact(Operation operation) {
    int inner = ((Operation.Product) operation).inner();
    Matrix left = Matrix.zeros(1, inner);
    Matrix right = Matrix.zeros(inner, 1);
    for (int i = 0; i < inner; i++) {
      left.set(0, i, Math.sin(1 + i));
      right.set(i, 0, Math.cos(2 + i));
    }
    return NumberChoice.exact(List.of(left), List.of(right), PrecisionLimits.DEFAULT);
  }
}
