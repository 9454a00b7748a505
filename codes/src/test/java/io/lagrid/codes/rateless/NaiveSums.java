package io.lagrid.codes.rateless;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The sums that an LT code sends out, over the integers and by definitions: no elimination. */
final class NaiveSums {

  private final Matrix sets;

  /** The sums of a code's encoding of its left operand. */
  NaiveSums(LtCode code) {
    sets = code.encoding(0, RealField.instance()).coefficients();
  }

  /**
   * Whether these workers' sums determine every row block: some minor of m of their rows is ≠ 0.
   */
  boolean determine(Collection<Integer> workers) {
    return minor(List.copyOf(workers), 0, List.of());
  }

  private boolean minor(List<Integer> workers, int next, List<Integer> chosen) {
    if (chosen.size() == sets.columns()) {
      return determinant(chosen, 0) != 0;
    }
    return IntStream.range(next, workers.size())
        .anyMatch(i -> minor(workers, i + 1, with(chosen, workers.get(i))));
  }

  private static List<Integer> with(List<Integer> chosen, int worker) {
    return IntStream.concat(chosen.stream().mapToInt(each -> each), IntStream.of(worker))
        .boxed()
        .toList();
  }

  /** By expansion along the rows, without the columns whose bits are set. */
  private long determinant(List<Integer> workers, int without) {
    int row = Integer.bitCount(without);
    if (row == workers.size()) {
      return 1;
    }
    long sum = 0;
    int sign = 1;
    for (int block = 0; block < sets.columns(); block++) {
      if ((without >> block & 1) == 0) {
        if (sets.get(workers.get(row), block) != 0) {
          sum += sign * determinant(workers, without | 1 << block);
        }
        sign = -sign;
      }
    }
    return sum;
  }

  /** The sum of each worker's set of row blocks, which are integers here. */
  Map<Integer, Long> of(Collection<Integer> workers, long[] blocks) {
    Map<Integer, Long> sums = new TreeMap<>();
    for (int worker : workers) {
      sums.put(
          worker,
          IntStream.range(0, blocks.length)
              .mapToLong(block -> Math.round(sets.get(worker, block)) * blocks[block])
              .sum());
    }
    return sums;
  }

  /**
   * Peeling, as the paper decodes: as long as there is a sum of one unknown block, that block is
   * known, and subtracted from the others. The row blocks found, by number.
   */
  Map<Integer, Long> peel(Map<Integer, Long> sums) {
    Map<Integer, Long> found = new HashMap<>();
    boolean further = true;
    while (further) {
      further = false;
      for (Map.Entry<Integer, Long> sum : sums.entrySet()) {
        int[] unknown =
            IntStream.range(0, sets.columns())
                .filter(block -> sets.get(sum.getKey(), block) != 0 && !found.containsKey(block))
                .toArray();
        if (unknown.length == 1) {
          found.put(unknown[0], sum.getValue() - sumOf(sum.getKey(), found));
          further = true;
        }
      }
    }
    return found;
  }

  private long sumOf(int worker, Map<Integer, Long> found) {
    return found.entrySet().stream()
        .filter(block -> sets.get(worker, block.getKey()) != 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
