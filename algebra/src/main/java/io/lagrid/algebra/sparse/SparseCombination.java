package io.lagrid.algebra.sparse;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparsityPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Σ_k c[k]·block_k of sparse blocks, with the union of their patterns: at most as many entries as
 * all of them together, and only where one of them has an entry. Entries that cancel out stay.
 * Immutable and thread-safe.
 *
 * @param fields one per plane
 */
public record SparseCombination(List<Field> fields) {

  /** Copies the list. */
  public SparseCombination {
    fields = List.copyOf(fields);
  }

  /**
   * The combination of those blocks that have a non-zero coefficient in some plane. If that is one
   * block, its pattern is shared, and where it is taken as it is its values are too.
   *
   * @param coefficients per plane, one per block; not modified
   * @param blocks of one shape; not modified
   */
  public SparseBlock of(List<double[]> coefficients, List<SparseBlock> blocks) {
    List<SparseBlock> terms = new ArrayList<>();
    List<double[]> factors = new ArrayList<>(); // per term, one per plane
    for (int k = 0; k < blocks.size(); k++) {
      int block = k;
      double[] factor = coefficients.stream().mapToDouble(plane -> plane[block]).toArray();
      if (Arrays.stream(factor).anyMatch(x -> x != 0)) {
        terms.add(blocks.get(k));
        factors.add(factor);
      }
    }
    if (terms.size() == 1) {
      return scaled(factors.get(0), terms.get(0));
    }
    SparseBlock like = blocks.get(0);
    Union union = Union.of(like.rows(), like.columns(), terms);
    List<double[]> planes = new ArrayList<>();
    for (int plane = 0; plane < fields.size(); plane++) {
      planes.add(sum(plane, factors, terms, union));
    }
    return SparseBlock.of(union.pattern(), planes);
  }

  private SparseBlock scaled(double[] factor, SparseBlock block) {
    if (Arrays.stream(factor).allMatch(x -> x == 1)) {
      return block;
    }
    List<double[]> planes = new ArrayList<>();
    for (int plane = 0; plane < fields.size(); plane++) {
      double[] values = block.plane(plane).values().clone();
      for (int e = 0; e < values.length; e++) {
        values[e] = fields.get(plane).multiply(factor[plane], values[e]);
      }
      planes.add(values);
    }
    return SparseBlock.of(block.pattern(), planes);
  }

  private double[] sum(int plane, List<double[]> factors, List<SparseBlock> terms, Union union) {
    Field field = fields.get(plane);
    double[] sum = new double[union.pattern().entries()];
    for (int term = 0; term < terms.size(); term++) {
      if (term > 0 && term % field.panelDepth() == 0) {
        field.reduce(sum, 0, sum.length);
      }
      double factor = factors.get(term)[plane];
      double[] values = terms.get(term).plane(plane).values();
      int[] places = union.places().get(term);
      for (int e = 0; e < values.length; e++) {
        sum[places[e]] += factor * values[e];
      }
    }
    field.reduce(sum, 0, sum.length);
    return sum;
  }

  /**
   * The places where some block has an entry.
   *
   * @param places of each block, for each of its entries, the number in the union
   */
  private record Union(SparsityPattern pattern, List<int[]> places) {

    static Union of(int rows, int columns, List<SparseBlock> blocks) {
      int total = Math.toIntExact(blocks.stream().mapToLong(b -> b.pattern().entries()).sum());
      List<int[]> places = blocks.stream().map(b -> new int[b.pattern().entries()]).toList();
      int[] starts = new int[rows + 1];
      int[] indices = new int[total];
      int[] where = new int[columns]; // of each column in this row, its number
      int used = 0;
      for (int i = 0; i < rows; i++) {
        used = unite(i, blocks, indices, used);
        starts[i + 1] = used;
        for (int e = starts[i]; e < used; e++) {
          where[indices[e]] = e;
        }
        for (int k = 0; k < places.size(); k++) {
          SparsityPattern pattern = blocks.get(k).pattern();
          for (int e = pattern.starts()[i]; e < pattern.starts()[i + 1]; e++) {
            places.get(k)[e] = where[pattern.columnIndices()[e]];
          }
        }
      }
      int[] held = Arrays.copyOf(indices, used);
      return new Union(SparsityPattern.of(rows, columns, starts, held), places);
    }

    /** Writes the columns of one row in ascending order; returns the end of what is written. */
    private static int unite(int row, List<SparseBlock> blocks, int[] indices, int from) {
      int end = from;
      for (SparseBlock block : blocks) {
        int start = block.pattern().starts()[row];
        int length = block.pattern().starts()[row + 1] - start;
        System.arraycopy(block.pattern().columnIndices(), start, indices, end, length);
        end += length;
      }
      Arrays.sort(indices, from, end);
      int used = from;
      for (int e = from; e < end; e++) {
        if (e == from || indices[e] != indices[e - 1]) {
          indices[used++] = indices[e];
        }
      }
      return used;
    }
  }
}
