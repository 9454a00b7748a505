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
  private final Range range;
  private final Predicate<Partition> fits;

  /** The counts a construction allows, both included. */
  record Range(Partition smallest, Partition largest) {

    boolean holds(Partition partition) {
      return isWithin(smallest.p(), partition.p(), largest.p())
          && isWithin(smallest.m(), partition.m(), largest.m())
          && isWithin(smallest.n(), partition.n(), largest.n());
    }

    private static boolean isWithin(int least, int count, int most) {
      return least <= count && count <= most;
    }
  }

  /** A search for partitions within the range and the product's sides; fits must be monotone. */
  PartitionSearch(Operation.Product product, Range range, Predicate<Partition> fits) {
    this.product = product;
    this.range = range;
    this.fits = fits;
  }

  /** The maximal partitions that fit, those with the least work first. */
  List<Partition> maximal() {
    List<Partition> found = new ArrayList<>();
    Partition first = range.smallest();
    for (int p = first.p();
        p != 0 && fits.test(new Partition(p, first.m(), first.n()));
        p = nextP(p)) {
      for (int m = first.m(); m != 0 && fits.test(new Partition(p, m, first.n())); m = nextM(m)) {
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
    int n = range.smallest().n();
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
    return next(p, product.inner(), range.largest().p());
  }

  private int nextM(int m) {
    return next(m, product.rows(), range.largest().m());
  }

  private int nextN(int n) {
    return next(n, product.columns(), range.largest().n());
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
