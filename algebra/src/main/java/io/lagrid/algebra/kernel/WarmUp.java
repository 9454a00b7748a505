package io.lagrid.algebra.kernel;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Collections;
import java.util.List;

/** Small computations that take every path a large one takes, often enough to be compiled. */
final class WarmUp {

  /** The compiler's second tier starts after some ten thousand loop iterations: this is past it. */
  private static final int REPEATS = 40;

  private static final int DEPTH = 600;
  private static final int SIDE = 192;
  private static final int BLOCKS = 9;

  private WarmUp() {}

  static void run(Kernels kernels, Cancellation cancellation) {
    Matrix left = Matrix.zeros(SIDE / 4, DEPTH);
    Matrix right = Matrix.zeros(DEPTH, SIDE);
    Matrix product = Matrix.zeros(SIDE / 4, SIDE);
    Matrix coefficients = Matrix.zeros(BLOCKS, BLOCKS);
    List<Matrix> blocks = Collections.nCopies(BLOCKS, right);
    List<Matrix> targets =
        Collections.nCopies(BLOCKS, 0).stream().map(i -> Matrix.zeros(DEPTH, SIDE)).toList();
    List<Field> fields = List.of(PrimeField.of(Primes.largest(1).get(0)), RealField.instance());
    for (int i = 0; i < REPEATS && !cancellation.cancelled(); i++) {
      for (Field field : fields) {
        kernels.multiply(field, left, right, product, Cancellation.never());
        kernels.combine(field, coefficients, blocks, targets, Cancellation.never());
      }
    }
  }
}
