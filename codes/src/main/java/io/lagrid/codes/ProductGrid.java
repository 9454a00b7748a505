package io.lagrid.codes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbering of blocks in a batch of products cut alike: C_l[k][k'] = Σ_j A_l[k][j]·B_l[j][k'],
 * for l &lt; L, k &lt; m, j &lt; p, k' &lt; n.
 *
 * <p>Left blocks are numbered (l·m + k)·p + j, right blocks (l·p + j)·n + k', result blocks (l·m +
 * k)·n + k': product by product, row by row over each grid.
 *
 * @param batch L, how many products
 * @param partition p, m, n: how each product is cut
 */
public record ProductGrid(int batch, Partition partition) implements Serializable {

  /** The largest number of block products that a grid may hold. */
  public static final int LARGEST = 1 << 24;

  /** Checks that the batch is positive and the grid not absurdly large. */
  public ProductGrid {
    if (batch < 1) {
      throw new IllegalArgumentException("a batch of " + batch + " products; at least 1 is needed");
    }
    if (partition.blockProducts() > LARGEST / batch) {
      throw new IllegalArgumentException(
          "%d products cut %s fall into more than %d block products"
              .formatted(batch, partition, LARGEST));
    }
  }

  /** One product of blocks; the result block is the sum of all products that name it. */
  public record BlockProduct(int left, int right, int result) {}

  /** L·m·p, how many blocks all left operands are cut into. */
  public int leftBlocks() {
    return batch * partition.m() * partition.p();
  }

  /** L·p·n, how many blocks all right operands are cut into. */
  public int rightBlocks() {
    return batch * partition.p() * partition.n();
  }

  /** How many blocks operand 0 (left) or 1 (right) is cut into. */
  public int blocks(int operand) {
    return switch (operand) {
      case 0 -> leftBlocks();
      case 1 -> rightBlocks();
      default ->
          throw new IndexOutOfBoundsException(
              "operand " + operand + " of a product; 0 or 1 is legal");
    };
  }

  /** L·m·n, how many blocks all results are cut into. */
  public int resultBlocks() {
    return batch * partition.m() * partition.n();
  }

  /** L·p·m·n, how many block products the whole computation falls into. */
  public int size() {
    return (int) (batch * partition.blockProducts());
  }

  /** p, m, n by their letters, after L if there is more than one product. */
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    if (batch > 1) {
      named.put("L", batch);
    }
    named.putAll(partition.named());
    return Collections.unmodifiableMap(named);
  }

  /** Every block product, ordered by l, k, j, k'. */
  public List<BlockProduct> products() {
    int p = partition.p();
    int m = partition.m();
    int n = partition.n();
    List<BlockProduct> products = new ArrayList<>(size());
    for (int row = 0; row < batch * m; row++) {
      for (int j = 0; j < p; j++) {
        for (int column = 0; column < n; column++) {
          int right = (row / m * p + j) * n + column;
          products.add(new BlockProduct(row * p + j, right, row * n + column));
        }
      }
    }
    return List.copyOf(products);
  }
}
