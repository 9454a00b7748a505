package io.lagrid.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerShapeTest {

  private static final AnswerShape EXACT =
      new AnswerShape(Arithmetic.residues(List.of(7340033)), 2, 2);
  private static final AnswerShape REAL = new AnswerShape(Arithmetic.real(), 2, 2);

  private static Block answer(double entry) {
    // A view, so that the check must look at the right entries only.
    Matrix wide = Matrix.ofRows(new double[] {9e99, 0, 0, 9e99}, new double[] {0.5, 0, entry, 0.5});
    return new Block(List.of(wide.block(0, 1, 2, 2)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -1, 3670016, -3670016})
  void residuesAreAnswers(double entry) {
    assertThat(EXACT.objection(answer(entry))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.5,
        3670017,
        -3670017,
        1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.MIN_VALUE
      })
  void nothingElseIs(double entry) {
    assertThat(EXACT.objection(answer(entry))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void realAnswersAreFinite(double entry) {
    assertThat(REAL.objection(answer(entry))).isPresent();
    assertThat(REAL.objection(answer(Double.MAX_VALUE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void otherShapesAreNot(int side) {
    assertThat(EXACT.objection(Block.zeros(1, side, 2))).isPresent();
    assertThat(EXACT.objection(Block.zeros(1, 2, side))).isPresent();
    assertThat(EXACT.objection(Block.zeros(side + 2, 2, 2))).isPresent();
  }
}
