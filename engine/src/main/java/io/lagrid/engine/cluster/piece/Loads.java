package io.lagrid.engine.cluster.piece;

import io.lagrid.codes.Tolerance;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How many pieces each worker of a cluster gets.
 *
 * @param pieces by worker, none negative, at least one positive; copied
 */
public record Loads(List<Integer> pieces) {

  /** Copies the list; checks the ranges. */
  public Loads {
    pieces = List.copyOf(pieces);
    if (pieces.stream().anyMatch(load -> load < 0) || pieces.stream().allMatch(load -> load == 0)) {
      throw new IllegalArgumentException(
          "loads of %s pieces; none may be negative, and one must be positive".formatted(pieces));
    }
  }

  /** The same load for everybody. */
  public static Loads even(int workers, int pieces) {
    return new Loads(Collections.nCopies(workers, pieces));
  }

  /**
   * These loads, such as those of {@link io.lagrid.engine.statistics.HeterogeneousLoads}.
   *
   * @param pieces by worker; not modified
   */
  public static Loads of(int... pieces) {
    return new Loads(Arrays.stream(pieces).boxed().toList());
  }

  /** How many workers there are. */
  public int workers() {
    return pieces.size();
  }

  /** The load of one worker. */
  public int of(int worker) {
    return pieces.get(worker);
  }

  /** All pieces. */
  public int total() {
    return pieces.stream().mapToInt(Integer::intValue).sum();
  }

  /** The largest load. */
  public int most() {
    return Collections.max(pieces);
  }

  /**
   * What a code of pieces has to tolerate so that so many workers are tolerated: the pieces of
   * those with the largest loads.
   */
  public Tolerance inPieces(Tolerance workers) {
    return Tolerance.stragglers(largest(workers.stragglers()))
        .adversaries(largest(workers.adversaries()))
        .colluders(largest(workers.colluders()));
  }

  /** The sum of the largest loads. */
  int largest(int count) {
    return pieces.stream()
        .sorted(Comparator.reverseOrder())
        .limit(count)
        .mapToInt(Integer::intValue)
        .sum();
  }
}
