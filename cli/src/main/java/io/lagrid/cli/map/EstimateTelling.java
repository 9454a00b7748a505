package io.lagrid.cli.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.Figures;
import io.lagrid.codes.leakage.Leakage;
import io.lagrid.engine.map.Mapped;
import java.util.ArrayList;
import java.util.List;

/** What is told of an estimate. */
public final class EstimateTelling {

  private EstimateTelling() {}

  /**
   * Adds the estimate's fields: {@code answers}, {@code relativeError}, {@code errorEstimate},
   * {@code smoothing}, and {@code leakageBits} with colluders.
   *
   * @param json modified
   */
  public static void addTo(ObjectNode json, Mapped mapped) {
    Mapped.Accuracy accuracy = mapped.accuracy();
    json.put("answers", accuracy.answers());
    real(json, "relativeError", accuracy.relativeError());
    real(json, "errorEstimate", accuracy.entryError());
    real(json, "smoothing", accuracy.smoothing());
    mapped.leakage().ifPresent(leakage -> real(json, "leakageBits", leakage.bits()));
  }

  private static void real(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.putNull(name);
    }
  }

  /** The same in sentences. */
  public static List<String> sentences(Mapped mapped) {
    Mapped.Accuracy accuracy = mapped.accuracy();
    List<String> lines = new ArrayList<>();
    lines.add(
        Double.isFinite(accuracy.relativeError())
            ? "estimated from %d answers; relative error about %s, %s an entry (an estimate, no bound)"
                .formatted(
                    accuracy.answers(),
                    Figures.significant(accuracy.relativeError()),
                    Figures.significant(accuracy.entryError()))
            : "estimated from %d answers, too few to tell the error".formatted(accuracy.answers()));
    mapped.leakage().ifPresent(leakage -> lines.add(sentence(leakage)));
    return lines;
  }

  private static String sentence(Leakage leakage) {
    return "%d colluders learn at most %s bits of the entries at one position of all blocks (%s)"
        .formatted(
            leakage.worst().size(),
            Figures.significant(leakage.bits()),
            leakage.exhaustive()
                ? "the worst of all %d sets".formatted(leakage.sets())
                : "the worst of %d sets of neighbours".formatted(leakage.sets()));
  }
}
