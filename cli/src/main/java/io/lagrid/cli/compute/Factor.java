package io.lagrid.cli.compute;

import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.NdArray;
import java.util.Optional;

/**
 * An operand of a product and the file it came from: all entries of an array, or a sparse matrix.
 */
public sealed interface Factor {

  /** As the user wrote it. */
  String file();

  /** All entries, zeros written out. */
  NamedArray dense();

  /** How many axes it has. */
  int rank();

  /** Its shape as one writes it; a sparse one may have more entries than an array can hold. */
  String shape();

  /** Whether it holds doubles. */
  boolean real();

  /** An array with all of its entries. */
  record Dense(NamedArray dense) implements Factor {

    @Override
    public String file() {
      return dense.file();
    }

    @Override
    public int rank() {
      return dense.shape().rank();
    }

    @Override
    public String shape() {
      return dense.shape().toString();
    }

    @Override
    public boolean real() {
      return dense.array() instanceof DoubleArray;
    }
  }

  /** A matrix with those entries that its file lists. */
  record Sparse(String file, SparseOperand matrix) implements Factor {

    @Override
    public NamedArray dense() {
      return new NamedArray(file, NdArray.of(matrix.dense()));
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public String shape() {
      return "(%d, %d)".formatted(matrix.rows(), matrix.columns());
    }

    @Override
    public boolean real() {
      return matrix instanceof SparseMatrix;
    }

    private void requireFinite() {
      if (matrix instanceof SparseMatrix doubles) {
        for (int k = 0; k < doubles.values().length; k++) {
          if (!Double.isFinite(doubles.values()[k])) {
            throw new BadInputException(
                "%s: entry [%d, %d] is %s; legal are finite numbers"
                    .formatted(
                        file,
                        matrix.pattern().rowIndices()[k],
                        matrix.pattern().columnIndices()[k],
                        doubles.values()[k]));
          }
        }
      }
    }

    SparseOperand alike(boolean doubles) {
      return doubles && matrix instanceof SparseLongMatrix longs ? longs.toDoubles() : matrix;
    }
  }

  /**
   * Reads it.
   *
   * @throws BadInputException if it cannot be read or is empty, or holds a number that is not
   *     finite
   */
  static Factor read(String file) {
    Optional<SparseOperand> listed = ArrayFiles.readSparse(file);
    if (listed.isEmpty()) {
      return new Dense(NamedArray.read(file));
    }
    SparseOperand matrix = listed.get();
    Sparse sparse = new Sparse(file, matrix);
    if (matrix.rows() == 0 || matrix.columns() == 0) {
      throw new BadInputException("%s: shape %s has no entries".formatted(file, sparse.shape()));
    }
    sparse.requireFinite();
    return sparse;
  }
}
