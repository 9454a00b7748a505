package io.lagrid.engine.share;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.sparse.SparseCombination;
import io.lagrid.codes.Code;
import io.lagrid.codes.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the blocks of an operand into shares: share_i = Σ_k c[i][k]·block_k over the data blocks
 * and blocks of fresh noise, plane by plane.
 *
 * <p>Confined: one thread at a time, because the source of noise is.
 */
public final class Encoder {

  private final Arithmetic arithmetic;
  private final Kernels kernels;
  private final Randomness secrets;

  /**
   * An encoder.
   *
   * @param secrets where noise is drawn from; must be cryptographically secure for privacy
   */
  public Encoder(Arithmetic arithmetic, Kernels kernels, Randomness secrets) {
    this.arithmetic = arithmetic;
    this.kernels = kernels;
    this.secrets = secrets;
  }

  /**
   * Draws the noise an operand needs and pairs its blocks with their encoding.
   *
   * @param code whose encoding to apply
   * @param operand which operand of the code
   * @param blocks the data blocks, dense if the code adds noise; retained, not modified
   */
  public EncodedOperand prepare(Code code, int operand, List<? extends OperandBlock> blocks) {
    List<Encoding> encodings =
        arithmetic.planes().stream().map(field -> code.encoding(operand, field)).toList();
    List<OperandBlock> sources = new ArrayList<>(blocks);
    for (int t = 0; t < encodings.get(0).noiseBlocks(); t++) {
      sources.add(noise(blocks.get(0)));
    }
    return new EncodedOperand(encodings, sources);
  }

  /**
   * The coded blocks of an operand, worker by worker: sparse if the operand is. Coded blocks that
   * are the same are one object.
   */
  public List<? extends OperandBlock> coded(EncodedOperand operand) {
    return operand.dense() ? encode(operand) : encodeSparse(operand);
  }

  /** Row by row of the encoding, because every row has places of its own. */
  private List<SparseBlock> encodeSparse(EncodedOperand operand) {
    List<SparseBlock> sources = operand.sources().stream().map(SparseBlock.class::cast).toList();
    DistinctRows rows = DistinctRows.byCoefficients(operand.encodings());
    SparseCombination combination = new SparseCombination(arithmetic.planes());
    List<SparseBlock> coded = new ArrayList<>();
    for (int row : rows.first()) {
      List<double[]> coefficients = new ArrayList<>();
      for (Encoding encoding : operand.encodings()) {
        Matrix all = encoding.coefficients();
        coefficients.add(all.block(row, 0, 1, all.columns()).toArray());
      }
      coded.add(combination.of(coefficients, sources));
    }
    return rows.places().stream().map(coded::get).toList();
  }

  /**
   * The coded blocks of a dense operand, worker by worker. Coded blocks that are the same are one
   * object.
   */
  public List<Block> encode(EncodedOperand operand) {
    List<Block> sources = operand.denseSources();
    DistinctRows rows = DistinctRows.of(operand.encodings());
    List<Block> coded =
        Block.zeros(
            rows.first().size(), arithmetic.size(), operand.blockRows(), operand.blockColumns());
    for (int i = 0; i < arithmetic.size(); i++) {
      Encoding encoding = operand.encodings().get(i);
      if (encoding.transfer().isPresent()) {
        encoding
            .transfer()
            .get()
            .apply(plane(sources, i), plane(coded, i), kernels.transforms(), Cancellation.never());
      } else {
        combine(sources, rows.of(encoding.coefficients()), coded, i);
      }
    }
    return rows.places().stream().map(coded::get).toList();
  }

  private void combine(List<Block> sources, Matrix coefficients, List<Block> coded, int index) {
    for (RowGroup group : RowGroup.of(coefficients)) {
      kernels.combineOnCores(
          arithmetic.plane(index),
          group.coefficients(),
          plane(sources, group.columns(), index),
          plane(coded, group.rows(), index));
    }
  }

  private Block noise(OperandBlock like) {
    Block noise = Block.zeros(arithmetic.size(), like.rows(), like.columns());
    for (int i = 0; i < arithmetic.size(); i++) {
      if (!(arithmetic.plane(i) instanceof PrimeField field)) {
        throw new IllegalArgumentException("perfect privacy needs a finite field, not the reals");
      }
      double[] entries = noise.plane(i).data();
      secrets.fill(field, entries, 0, entries.length);
    }
    return noise;
  }

  /** One plane of all blocks. */
  private static List<Matrix> plane(List<Block> blocks, int index) {
    return blocks.stream().map(block -> block.plane(index)).toList();
  }

  /** One plane of the blocks with these numbers. */
  private static List<Matrix> plane(List<Block> blocks, List<Integer> numbers, int index) {
    return numbers.stream().map(number -> blocks.get(number).plane(index)).toList();
  }
}
