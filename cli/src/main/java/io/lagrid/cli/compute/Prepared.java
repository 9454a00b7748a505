package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;

/**
 * A computation whose operands were read and found to fit. Its methods may throw what the engine
 * throws to refuse operands or settings.
 */
public interface Prepared {

  /** The result's shape. */
  Shape result();

  /** Runs it. */
  Outcome<NdArray> outcome(Lagrid lagrid);

  /** Every code side by side, for the report. */
  PlanTable plans(Lagrid lagrid);
}
