package io.lagrid.engine.partition;

import io.lagrid.algebra.ambient.Cores;
import io.lagrid.algebra.exact.ProductPrecision;
import io.lagrid.algebra.exact.ResidueSystem;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;
import java.util.ArrayList;
import java.util.List;

/**
 * Integers, or doubles as fixed-point numbers, in a residue number system: one plane per prime.
 *
 * <p>Immutable and thread-safe.
 */
public final class ExactNumbers implements Numbers {

  private final ResidueSystem residues;
  private final boolean integers;
  private final List<ProductPrecision> precisions;

  private ExactNumbers(
      ResidueSystem residues, boolean integers, List<ProductPrecision> precisions) {
    this.residues = residues;
    this.integers = integers;
    this.precisions = List.copyOf(precisions);
  }

  /** Longs, as they are. */
  public static ExactNumbers integers(ResidueSystem residues) {
    return new ExactNumbers(residues, true, List.of());
  }

  /** Doubles x as the integers nearest to x·2^bits; results x as integers x·2^bits likewise. */
  public static ExactNumbers fixedPoint(ResidueSystem residues, int bits) {
    ProductPrecision precision =
        new ProductPrecision(
            residues.arithmetic().size(), bits, 0, residues.capacity(), Double.NaN);
    return new ExactNumbers(residues, false, List.of(precision));
  }

  /** Doubles x as the integers nearest to x·2^bits, with bits for each side of each product. */
  static ExactNumbers fixedPoint(ResidueSystem residues, List<ProductPrecision> precisions) {
    return new ExactNumbers(residues, false, precisions);
  }

  @Override
  public Arithmetic arithmetic() {
    return residues.arithmetic();
  }

  @Override
  public List<Block> cut(int side, List<? extends Operand> operands, BlockGrid grid) {
    Block[] blocks = new Block[grid.blocks()];
    Cores.forEach(
        blocks.length, grid.entries(), b -> blocks[b] = cut(side, operands, grid, grid.cell(b)));
    return List.of(blocks);
  }

  private Block cut(
      int side, List<? extends Operand> operands, BlockGrid grid, BlockGrid.Cell cell) {
    Operand operand = operands.get(cell.matrix());
    grid.check(operand);
    Block block = Block.zeros(arithmetic().size(), grid.blockRows(), grid.blockColumns());
    if (operand instanceof LongMatrix matrix) {
      residues.split(view(matrix, cell), block);
    } else if (operand instanceof Matrix matrix) {
      residues.split(view(matrix, cell), bits(side, cell.matrix()), block);
    } else {
      throw new IllegalArgumentException(operand + " is not dense");
    }
    return block;
  }

  @Override
  public List<Operand> assemble(List<Block> blocks, BlockGrid grid) {
    List<Operand> results = new ArrayList<>();
    for (int i = 0; i < grid.batch(); i++) {
      results.add(
          integers
              ? LongMatrix.zeros(grid.rows(), grid.columns())
              : Matrix.zeros(grid.rows(), grid.columns()));
    }
    Cores.forEach(
        grid.blocks(),
        grid.entries(),
        b -> {
          BlockGrid.Cell cell = grid.cell(b);
          join(blocks.get(b), results.get(cell.matrix()), cell);
        });
    return List.copyOf(results);
  }

  private void join(Block block, Operand result, BlockGrid.Cell cell) {
    if (result instanceof LongMatrix matrix) {
      residues.join(block, view(matrix, cell));
    } else if (result instanceof Matrix matrix) {
      residues.join(block, precisions.get(cell.matrix()).resultBits(), view(matrix, cell));
    }
  }

  @Override
  public List<double[]> values(int side, int matrix, SparseOperand part) {
    Block row = Block.zeros(arithmetic().size(), 1, part.pattern().entries());
    if (part instanceof SparseLongMatrix longs) {
      residues.split(LongMatrix.of(1, row.columns(), longs.values()), row);
    } else if (part instanceof SparseMatrix doubles) {
      Matrix values = Matrix.of(1, row.columns(), doubles.values());
      residues.split(values, bits(side, matrix), row);
    }
    return row.planes().stream().map(Matrix::data).toList();
  }

  private int bits(int side, int matrix) {
    ProductPrecision precision = precisions.get(matrix);
    return side == 0 ? precision.leftBits() : precision.rightBits();
  }

  private static LongMatrix view(LongMatrix matrix, BlockGrid.Cell cell) {
    return matrix.block(cell.row(), cell.column(), cell.rows(), cell.columns());
  }

  private static Matrix view(Matrix matrix, BlockGrid.Cell cell) {
    return matrix.block(cell.row(), cell.column(), cell.rows(), cell.columns());
  }
}
