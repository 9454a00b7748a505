package io.lagrid.engine.campaign;

import io.lagrid.engine.report.Outcome;
import java.util.List;

/**
 * What became of a schedule.
 *
 * @param outcomes round by round
 * @param complaints what the ledger found
 * @param trace what the ledger wrote
 * @param retained what the cluster held on to in the end
 */
record Observation(
    List<Outcome<?>> outcomes, List<String> complaints, List<String> trace, int retained) {}
