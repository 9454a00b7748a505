package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An array and the file it came from.
 *
 * @param file as the user wrote it
 * @param array what is in it
 */
public record NamedArray(String file, NdArray array) {

  /**
   * Reads it.
   *
   * @throws BadInputException if it cannot be read, is empty, or holds a number that is not finite
   */
  public static NamedArray read(String file) {
    NamedArray read = new NamedArray(file, ArrayFiles.read(file));
    if (read.shape().entries() == 0) {
      throw read.bad("shape %s has no entries".formatted(read.shape()));
    }
    OptionalInt odd = read.array.firstNotFinite();
    if (odd.isPresent()) {
      throw read.bad(
          "entry %s is %s; legal are finite numbers"
              .formatted(read.shape().place(odd.getAsInt()), read.array.entry(odd.getAsInt())));
    }
    return read;
  }

  /** Arrays of one kind: if one holds doubles, or all shall, longs are converted. */
  public static List<NamedArray> alike(List<NamedArray> arrays, boolean doubles) {
    boolean real = doubles || arrays.stream().anyMatch(a -> a.array instanceof DoubleArray);
    return arrays.stream().map(a -> real ? a.doubles() : a).toList();
  }

  private NamedArray doubles() {
    return array instanceof LongArray longs ? new NamedArray(file, longs.toDoubles()) : this;
  }

  /** Its shape. */
  public Shape shape() {
    return array.shape();
  }

  /** All entries as one matrix of so many rows. */
  public Operand matrix(int rows) {
    return array.matrix(rows, shape().entries() / rows);
  }

  /** The matrices along the first axis of a three-dimensional array. */
  public List<Operand> stack() {
    int rows = shape().side(1);
    int columns = shape().side(2);
    List<Operand> matrices = new ArrayList<>();
    for (int i = 0; i < shape().side(0); i++) {
      NdArray one = array.zeros(Shape.of(rows, columns));
      array.copyStrided(i * rows * columns, 1, rows * columns, one, 0);
      matrices.add(one.matrix(rows, columns));
    }
    return matrices;
  }

  /** Matrices of one shape as one array of the given shape, one after the other. */
  public static NdArray joined(List<Operand> matrices, Shape shape) {
    NdArray first = NdArray.of(matrices.get(0));
    NdArray all = first.zeros(shape);
    for (int i = 0; i < matrices.size(); i++) {
      int entries = first.shape().entries();
      NdArray.of(matrices.get(i)).copyStrided(0, 1, entries, all, i * entries);
    }
    return all;
  }

  /** A refusal of this array. */
  public BadInputException bad(String problem) {
    return new BadInputException(file + ": " + problem);
  }
}
