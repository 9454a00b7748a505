package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.transfer.Coset;
import java.util.Optional;

/**
 * Where many workers sit: with {@value #MANY} or more, over a field with enough roots of unity, at
 * the first points of a coset of them, so that blocks are encoded and decoded, and liars located,
 * by transforms. This is the one place that decides it.
 */
public final class ManyWorkers {

  /** From so many workers on, points are roots of unity and transforms do the work. */
  public static final int MANY = 512;

  private ManyWorkers() {}

  /** Roots of unity for so many workers, if transforms pay and the field has a second coset. */
  public static Optional<Coset> roots(Field field, int workers) {
    int log = Coset.logFor(workers);
    return workers >= MANY && field instanceof PrimeField prime && hasCosets(prime, log)
        ? Optional.of(new Coset(prime, log, 1))
        : Optional.empty();
  }

  /**
   * A coset for so many workers that does not meet the roots of unity themselves, which are left to
   * {@code others} points of data.
   */
  public static Optional<Coset> apart(Field field, int workers, int others) {
    int widest = Coset.logFor(Math.max(workers, others));
    return roots(field, workers)
        .filter(coset -> hasCosets(coset.field(), widest))
        .map(coset -> new Coset(coset.field(), coset.log(), Coset.outside(coset.field(), widest)));
  }

  /** Whether there are 2^log roots of unity, and elements that are neither one of them nor 0. */
  private static boolean hasCosets(PrimeField field, int log) {
    return Coset.exists(field, log) && field.prime() - 1 > 1 << log;
  }
}
