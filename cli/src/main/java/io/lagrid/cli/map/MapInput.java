package io.lagrid.cli.map;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.codes.Operation;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.Eigenvalues;
import io.lagrid.engine.function.Entrywise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * An array as blocks: every matrix of a stack, or so many blocks of consecutive rows of a matrix,
 * the last filled up with copies of the last row. A vector is one row, except for functions of
 * entries, for which it is rows of one entry.
 *
 * @param shape the array's
 * @param blocks its blocks
 */
public record MapInput(Shape shape, List<Matrix> blocks) {

  /** Copies the list. */
  public MapInput {
    blocks = List.copyOf(blocks);
  }

  /**
   * Cuts an array.
   *
   * @param file where it came from
   * @param function what is to be computed of the blocks
   * @param wanted how many blocks rows are cut into
   * @throws BadInputException if the array has no entries, or too few or many dimensions, or an
   *     entry that is not finite
   */
  public static MapInput of(String file, NdArray array, BlockFunction function, int wanted) {
    Shape shape = array.shape();
    Operation.Map map = blocks(file, shape, function, wanted);
    OptionalInt bad = array.firstNotFinite();
    if (bad.isPresent()) {
      throw new BadInputException(
          "%s: entry %s is %s; legal are finite numbers"
              .formatted(file, shape.place(bad.getAsInt()), array.entry(bad.getAsInt())));
    }
    DoubleArray doubles =
        array instanceof LongArray longs ? longs.toDoubles() : (DoubleArray) array;
    return new MapInput(shape, shape.rank() == 3 ? stack(doubles) : rows(doubles, map));
  }

  /**
   * How many blocks of which shape an array becomes.
   *
   * @param name the array's, for the message
   * @param function what is to be computed of the blocks
   * @param wanted how many blocks rows are cut into
   * @throws BadInputException if it has no entries, or too few or many dimensions
   */
  public static Operation.Map blocks(String name, Shape shape, BlockFunction function, int wanted) {
    if (shape.rank() < 1 || shape.rank() > 3 || shape.entries() == 0) {
      throw new BadInputException(
          "%s: shape %s; legal are vectors, matrices and stacks of matrices with entries"
              .formatted(name, shape));
    }
    if (shape.rank() == 3) {
      return new Operation.Map(shape.side(0), shape.side(1), shape.side(2));
    }
    if (shape.rank() == 1 && function instanceof Eigenvalues) {
      throw new BadInputException(
          "%s: a vector of %d entries has no eigenvalues; legal are square matrices and stacks of them"
              .formatted(name, shape.entries()));
    }
    boolean oneRow = shape.rank() == 1 && !(function instanceof Entrywise);
    int rows = oneRow ? 1 : shape.side(0);
    int height = (rows - 1) / Math.min(rows, wanted) + 1;
    return new Operation.Map((rows - 1) / height + 1, height, shape.entries() / rows);
  }

  private static List<Matrix> stack(DoubleArray array) {
    int rows = array.shape().side(1);
    int columns = array.shape().side(2);
    Matrix all = array.matrix(array.shape().side(0) * rows, columns);
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < array.shape().side(0); k++) {
      blocks.add(all.block(k * rows, 0, rows, columns));
    }
    return blocks;
  }

  private static List<Matrix> rows(DoubleArray array, Operation.Map map) {
    int height = map.rows();
    int columns = map.columns();
    int rows = array.shape().entries() / columns;
    Matrix all = array.matrix(rows, columns);
    List<Matrix> blocks = new ArrayList<>();
    for (int first = 0; first < rows; first += height) {
      int own = Math.min(height, rows - first);
      Matrix block = all.block(first, 0, own, columns);
      blocks.add(own == height ? block : filled(block, height));
    }
    return blocks;
  }

  private static Matrix filled(Matrix block, int height) {
    Matrix filled = Matrix.zeros(height, block.columns());
    for (int i = 0; i < height; i++) {
      filled
          .block(i, 0, 1, block.columns())
          .write(block.block(Math.min(i, block.rows() - 1), 0, 1, block.columns()));
    }
    return filled;
  }

  /**
   * The blocks' values put together: those of a stack as a stack, or as a matrix if every value is
   * one row; those of rows one below the other, without what was filled up; those of a vector as a
   * vector.
   */
  public NdArray assemble(List<Matrix> values) {
    int rows = values.get(0).rows();
    int columns = values.get(0).columns();
    double[] entries = new double[values.size() * rows * columns];
    for (int k = 0; k < values.size(); k++) {
      double[] block = values.get(k).toArray();
      System.arraycopy(block, 0, entries, k * block.length, block.length);
    }
    if (shape.rank() == 3) {
      Shape result =
          rows == 1 ? Shape.of(values.size(), columns) : Shape.of(values.size(), rows, columns);
      return new DoubleArray(result, entries);
    }
    boolean rowByRow = rows == blocks.get(0).rows();
    int height = rowByRow ? shape.entries() / blocks.get(0).columns() : values.size() * rows;
    Shape result = shape.rank() == 1 ? Shape.of(height * columns) : Shape.of(height, columns);
    return new DoubleArray(result, Arrays.copyOf(entries, height * columns));
  }
}
