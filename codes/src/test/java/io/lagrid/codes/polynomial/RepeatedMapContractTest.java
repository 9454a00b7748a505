package io.lagrid.codes.polynomial;

import java.util.Set;

/** Two blocks on eight workers, four each: R = 5, and luckier sets are smaller. */
final class RepeatedMapContractTest extends MapCodeContract {

  private final MapCode code = new RepeatedMapCode(new RepeatedMapParameters(8, 2));

  @Override
  MapCode code() {
    return code;
  }

  @Override
  int power() {
    return 9;
  }

  @Override
  boolean decodes(Set<Integer> workers) {
    return workers.stream().anyMatch(w -> w % 2 == 0) && workers.stream().anyMatch(w -> w % 2 == 1);
  }
}
