package io.lagrid.engine.campaign;

import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.report.Outcome;
import java.util.List;
import java.util.Optional;

/** What a schedule computes, through the door that users take, and what must come out. */
interface Undertaking {

  /** What the door would plan for operands of these shapes. */
  PlanRequest planning(int workers, Settings settings);

  /** Computes it on the cluster, round by round. */
  List<Outcome<?>> attempt(Lagrid lagrid);

  /** What is wrong with a round's result, by the definition; empty if nothing is. */
  Optional<String> objection(int round, Outcome.Succeeded<?> outcome);

  /** Whether answers are checked on arrival where settings allow it. */
  default boolean checked() {
    return true;
  }

  /** How many answers an estimate waits for, if that is what results are; else 0. */
  default int awaited(int workers, Settings settings) {
    return 0;
  }
}
