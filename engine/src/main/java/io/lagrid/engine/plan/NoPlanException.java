package io.lagrid.engine.plan;

import io.lagrid.codes.Requirement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** No code can do what was asked. The message says why for each, and how many workers would do. */
public final class NoPlanException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<PlanTable.Refused> refused;

  NoPlanException(PlanRequest request, PlanTable table, OptionalInt smallestWorkers) {
    super(message(request, table, smallestWorkers));
    this.refused = table.refused();
  }

  /** Every code that was considered, with its reason. */
  public List<PlanTable.Refused> refused() {
    return refused == null ? List.of() : refused;
  }

  private static String message(PlanRequest request, PlanTable table, OptionalInt smallestWorkers) {
    Requirement requirement = request.requirement();
    String remedy =
        smallestWorkers.isPresent()
            ? "; the smallest number of workers that would do is " + smallestWorkers.getAsInt()
            : "";
    List<PlanTable.Refused> able =
        table.refused().stream().filter(refused -> !refused.foreign()).toList();
    String reasons =
        PlanTable.byReason(able.isEmpty() ? table.refused() : able).entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
            .collect(Collectors.joining("; "));
    String who =
        request
            .code()
            .map("code %s cannot do it, tolerating"::formatted)
            .orElse("no code tolerates");
    return "%s %s on %d workers%s (%s)"
        .formatted(who, requirement.tolerance(), requirement.workers(), remedy, reasons);
  }
}
