package io.lagrid.engine.verify;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.codes.Encoding;
import io.lagrid.engine.share.EncodedOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The projections of every coded block of one operand, without touching the shares: encoding is
 * linear, so the projection of coded block i is the same combination of the projections of the
 * blocks. The blocks are projected once, at one pass over the operand.
 *
 * <p>Immutable and thread-safe.
 */
final class OperandProjections {

  private final List<Encoding> encodings;
  private final Kernels kernels;
  private final List<Field> fields;
  private final List<List<Matrix>> blocks = new ArrayList<>();

  /**
   * Projects the blocks.
   *
   * @param projection the functional of plane number and matrix, linear in the matrix
   */
  OperandProjections(
      EncodedOperand operand,
      List<Field> fields,
      Kernels kernels,
      BiFunction<Integer, RealOperand, Matrix> projection) {
    this.encodings = operand.encodings();
    this.kernels = kernels;
    this.fields = fields;
    for (int i = 0; i < fields.size(); i++) {
      List<Matrix> plane = new ArrayList<>();
      for (OperandBlock source : operand.sources()) {
        plane.add(projection.apply(i, source.plane(i)));
      }
      blocks.add(plane);
    }
  }

  /** The projection of one coded block, numbered worker by worker, in one plane. */
  Matrix ofCodedBlock(int plane, int number) {
    Matrix coefficients = encodings.get(plane).coefficients();
    Matrix first = blocks.get(plane).get(0);
    Matrix target = Matrix.zeros(first.rows(), first.columns());
    kernels.combine(
        fields.get(plane),
        coefficients.block(number, 0, 1, coefficients.columns()),
        blocks.get(plane),
        List.of(target),
        Cancellation.never());
    return target;
  }
}
