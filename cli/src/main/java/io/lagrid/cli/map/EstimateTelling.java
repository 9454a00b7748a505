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
   * {@code smoothing}, with a target {@code targetReached}, and with colluders those of {@link
   * Hiding#addTo}.
   *
   * @param json modified
   * @param target the relative error that was asked for; 0 if none was
   */
  public static void addTo(ObjectNode json, Mapped mapped, double target) {
    Mapped.Accuracy accuracy = mapped.accuracy();
    json.put("answers", accuracy.answers());
    RunJson.real(json, "relativeError", accuracy.relativeError());
    RunJson.real(json, "errorEstimate", accuracy.entryError());
    RunJson.real(json, "smoothing", accuracy.smoothing());
    if (target > 0) {
      json.put("targetReached", accuracy.relativeError() <= target);
    }
    mapped.leakage().ifPresent(leakage -> Hiding.addTo(json, leakage));
  }

  /** The same in sentences. */
  public static List<String> sentences(Mapped mapped, double target) {
    Mapped.Accuracy accuracy = mapped.accuracy();
    List<String> lines = new ArrayList<>();
    lines.add(
        Double.isFinite(accuracy.relativeError())
            ? "estimated from %d answers; relative error about %s, %s an entry (an estimate, no bound)"
                .formatted(
                    accuracy.answers(),
                    Figures.significant(accuracy.relativeError()),
                    Figures.significant(accuracy.entryError()))
            : "estimated from %d answers, too few or too unevenly spread to tell the error"
                .formatted(accuracy.answers()));
    if (target > 0 && !(accuracy.relativeError() <= target)) {
      lines.add(
          "the target of %s was not reached: more workers, fewer blocks or a smoother function would help"
              .formatted(Figures.significant(target)));
    }
    mapped.leakage().map(Hiding::sentence).ifPresent(lines::add);
    return lines;
  }
}
