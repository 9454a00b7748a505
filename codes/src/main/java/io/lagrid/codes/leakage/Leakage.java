package io.lagrid.codes.leakage;

import java.util.List;

/**
 * How many bits T colluders learn of the entries at one position of all data blocks of an operand,
 * at most: whichever T they are if {@code exhaustive}, else for the sets that were compared.
 *
 * @param bits the bound whatever the data are, dependent on each other in any way
 * @param independentBits the bound for data blocks that are independent of each other; smaller
 * @param worst the T workers that learn the most
 * @param sets how many sets of T workers were compared
 * @param exhaustive whether those were all there are; else other sets may learn more
 */
public record Leakage(
    double bits, double independentBits, List<Integer> worst, long sets, boolean exhaustive) {

  /** Copies the list. */
  public Leakage {
    worst = List.copyOf(worst);
  }
}
