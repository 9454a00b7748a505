package io.lagrid.codes.family;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The partitions worth comparing: those that fit and of which no count can be raised any more.
 *
 * <p>A smaller partition gives every worker more to hold and to compute. Counts that only add
 * blocks of padding (5 cuts of 6 rows: blocks of 2, two of them empty) are left out. If more than
 * {@value #LIMIT} partitions remain, those with the least work and then the smallest shares are
 * kept.
 */
final class PartitionSearch {

  static final int LIMIT = 1000;

  private final Operation.Product product;
  private final Partition bounds;
  private final Predicate<Partition> fits;

  /** A search for partitions within the bounds and the product's sides; fits must be monotone. */
  PartitionSearch(Operation.Product product, Partition bounds, Predicate<Partition> fits) {
    this.product = product;
    this.bounds = bounds;
    this.fits = fits;
  }

  /** The maximal partitions that fit, those with the least work first. */
  List<Partition> maximal() {
    List<Partition> found = new ArrayList<>();
    for (int p = 1; p != 0 && fits.test(new Partition(p, 1, 1)); p = nextP(p)) {
      for (int m = 1; m != 0 && fits.test(new Partition(p, m, 1)); m = nextM(m)) {
        Partition partition = new Partition(p, m, largestN(p, m));
        if (isMaximal(partition)) {
          found.add(partition);
        }
      }
    }
    found.sort(
        Comparator.comparingLong(Partition::blockProducts)
            .reversed()
            .thenComparingDouble(this::shareEntries));
    return List.copyOf(found.subList(0, Math.min(LIMIT, found.size())));
  }

  private int largestN(int p, int m) {
    int n = 1;
    int next = nextN(n);
    while (next != 0 && fits.test(new Partition(p, m, next))) {
      n = next;
      next = nextN(n);
    }
    return n;
  }

  private boolean isMaximal(Partition partition) {
    int p = nextP(partition.p());
    int m = nextM(partition.m());
    boolean raisesP = p != 0 && fits.test(new Partition(p, partition.m(), partition.n()));
    boolean raisesM = m != 0 && fits.test(new Partition(partition.p(), m, partition.n()));
    return !raisesP && !raisesM;
  }

  private double shareEntries(Partition partition) {
    return (double) product.inner()
        / partition.p()
        * ((double) product.rows() / partition.m() + (double) product.columns() / partition.n());
  }

  private int nextP(int p) {
    return next(p, product.inner(), bounds.p());
  }

  private int nextM(int m) {
    return next(m, product.rows(), bounds.m());
  }

  private int nextN(int n) {
    return next(n, product.columns(), bounds.n());
  }

  /** The next larger number of cuts of a side that makes smaller blocks, or 0 if there is none. */
  private static int next(int cuts, int side, int bound) {
    int length = ceilDivide(side, cuts);
    if (length == 1) {
      return 0;
    }
    int next = ceilDivide(side, length - 1);
    return next <= bound ? next : 0;
  }

  private static int ceilDivide(int side, int cuts) {
    return (side - 1) / cuts + 1;
  }
}
