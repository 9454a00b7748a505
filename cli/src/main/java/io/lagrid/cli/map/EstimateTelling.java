package io.lagrid.cli.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.Hiding;
import io.lagrid.cli.report.RunJson;
import io.lagrid.engine.map.Mapped;
import java.util.ArrayList;
import java.util.List;

/** What is told of an estimate. */
public final class EstimateTelling {

  private EstimateTelling() {}

  /**
   * Adds the estimate's fields: {@code answers}, {@code relativeError}, {@code errorEstimate},
   * {@code smoothing}, and with colluders those of {@link Hiding#addTo}.
   *
   * @param json modified
   */
  public static void addTo(ObjectNode json, Mapped mapped) {
    Mapped.Accuracy accuracy = mapped.accuracy();
    json.put("answers", accuracy.answers());
    RunJson.real(json, "relativeError", accuracy.relativeError());
    RunJson.real(json, "errorEstimate", accuracy.entryError());
    RunJson.real(json, "smoothing", accuracy.smoothing());
    mapped.leakage().ifPresent(leakage -> Hiding.addTo(json, leakage));
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
    mapped.leakage().map(Hiding::sentence).ifPresent(lines::add);
    return lines;
  }
}
