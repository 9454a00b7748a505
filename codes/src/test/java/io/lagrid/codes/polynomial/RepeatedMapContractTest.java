package io.lagrid.codes.polynomial;

import java.util.List;
import java.util.Set;

/**
 * R = 5 of 8 workers with two blocks, 7 of 9 with three, 1 of 5 with one; luckier sets are smaller.
 */
final class RepeatedMapContractTest extends MapCodeContract {

  @Override
  List<MapCode> codes() {
    return List.of(
        new RepeatedMapCode(new RepeatedMapParameters(8, 2)),
        new RepeatedMapCode(new RepeatedMapParameters(9, 3)),
        new RepeatedMapCode(new RepeatedMapParameters(5, 1)));
  }

  @Override
  int power() {
    return 9;
  }

  @Override
  boolean decodes(Set<Integer> workers) {
    int blocks = code().dataBlocks();
    return workers.stream().map(worker -> worker % blocks).distinct().count() == blocks;
  }
}
