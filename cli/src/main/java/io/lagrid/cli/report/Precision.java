package io.lagrid.cli.report;

import io.lagrid.codes.real.Conditioning;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductParameters;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import java.util.List;
import java.util.Optional;

/** How well conditioned the answers of a run over floating point were. */
final class Precision {

  private Precision() {}

  /**
   * The conditioning of the set that answered; empty for other codes and where there is no result.
   */
  static Optional<Conditioning> of(RunReport run) {
    List<Integer> used = run.workersThat(Fate.USED);
    return run.code() instanceof RealProductParameters parameters
            && used.size() == parameters.recoveryThreshold()
        ? Optional.of(RealConstruction.of(parameters).conditioning(used))
        : Optional.empty();
  }
}
