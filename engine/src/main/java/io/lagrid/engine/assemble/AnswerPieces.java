package io.lagrid.engine.assemble;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of answers that codes combine: a grid of equal blocks in every answer, row by row.
 * Immutable and thread-safe.
 *
 * @param rows how many pieces an answer is high
 * @param columns how many pieces an answer is wide
 */
public record AnswerPieces(int rows, int columns) {

  /**
   * The pieces of all answers, answer by answer.
   *
   * @param answers of one shape; not modified, but the pieces are views of them
   */
  public List<Block> of(List<Block> answers) {
    if (rows * columns == 1) {
      return answers;
    }
    List<Block> pieces = new ArrayList<>();
    for (Block answer : answers) {
      for (int piece = 0; piece < rows * columns; piece++) {
        pieces.add(piece(answer, piece));
      }
    }
    return pieces;
  }

  /** One piece of an answer, as a view. */
  public Block piece(Block answer, int piece) {
    int height = answer.rows() / rows;
    int width = answer.columns() / columns;
    List<Matrix> planes = new ArrayList<>();
    for (Matrix plane : answer.planes()) {
      planes.add(
          plane.block(piece / columns % rows * height, piece % columns * width, height, width));
    }
    return new Block(planes);
  }
}
