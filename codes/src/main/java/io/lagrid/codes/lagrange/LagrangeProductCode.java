package io.lagrid.codes.lagrange;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.decode.EvaluationCode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Lagrange coded computing for a batch of products: {@link LagrangeCode} for the bilinear map (X,
 * Y) ↦ X·Y, with one data point per block product (l, k, j, k'): X = A_l[k][j], Y = B_l[j][k'].
 *
 * <p>A block that takes part in several block products is sent once: its encoding column is the sum
 * of their Lagrange columns. A result block is the sum of its p block products: so is its decode
 * row. Both operands get T noise columns of their own.
 *
 * <p>R = 2(K + T − 1) + 1 with K = L·pmn. Per worker: storage 1/(L·pm) of the left operands and
 * 1/(L·pn) of the right ones, work 1/K of all products. For a single product without colluders the
 * entangled code has the smaller threshold, pmn + p − 1.
 *
 * <p>Source: as {@link LagrangeCode}.
 */
public final class LagrangeProductCode extends EvaluationCode implements ProductCode {

  private final LagrangeProductParameters parameters;
  private final LagrangeCode blockProducts;
  private final List<ProductGrid.BlockProduct> products;

  /** The code with these parameters. */
  public LagrangeProductCode(LagrangeProductParameters parameters) {
    this.parameters = parameters;
    this.blockProducts = new LagrangeCode(parameters.perBlockProduct());
    this.products = parameters.grid().products();
  }

  @Override
  public LagrangeProductParameters parameters() {
    return parameters;
  }

  @Override
  public int batch() {
    return parameters.grid().batch();
  }

  @Override
  public Partition partition() {
    return parameters.grid().partition();
  }

  @Override
  protected int operands() {
    return LagrangeProductParameters.DEGREE;
  }

  @Override
  protected double[] choosePoints(Field field) {
    return blockProducts.choosePoints(field);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    Encoding apart = blockProducts.encode(operand, field, points);
    Matrix separate = apart.coefficients();
    int data = grid().blocks(operand);
    int noise = parameters.colluders();
    Matrix merged = Matrix.zeros(points.length, data + noise);
    ToIntFunction<ProductGrid.BlockProduct> block =
        operand == 0 ? ProductGrid.BlockProduct::left : ProductGrid.BlockProduct::right;
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < products.size(); k++) {
        add(field, merged, i, block.applyAsInt(products.get(k)), separate.get(i, k));
      }
    }
    merged
        .block(0, data, points.length, noise)
        .write(separate.block(0, products.size(), points.length, noise));
    return new Encoding(data, noise, merged)
        .with(data == products.size() ? apart.transfer() : Optional.empty());
  }

  @Override
  protected Optional<Coset> coset(Field field) {
    return blockProducts.coset(field);
  }

  /** Where every result is one product of blocks, the products are the results in order. */
  @Override
  protected Optional<PointTransfer> decodeTransfer(Chosen answers) {
    return grid().resultBlocks() == products.size()
        ? blockProducts.decodeTransfer(answers)
        : Optional.empty();
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    Matrix separate = blockProducts.decodeRows(field, points);
    Matrix merged = Matrix.zeros(grid().resultBlocks(), points.length);
    for (int k = 0; k < products.size(); k++) {
      for (int i = 0; i < points.length; i++) {
        add(field, merged, products.get(k).result(), i, separate.get(k, i));
      }
    }
    return merged;
  }

  private static void add(Field field, Matrix sums, int row, int column, double term) {
    sums.set(row, column, field.add(sums.get(row, column), term));
  }
}
