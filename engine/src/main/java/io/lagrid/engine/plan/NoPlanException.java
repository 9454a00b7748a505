package io.lagrid.engine.plan;

import io.lagrid.codes.Requirement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** No code can do what was asked. The message says why for each, and how many workers would do. */
public final class NoPlanException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<PlanTable.Refused> refused;

  /**
   * The refusal of a request.
   *
   * @param enough how many workers would do: more than there are, or fewer, where digits are short
   */
  NoPlanException(PlanRequest request, PlanTable table, OptionalInt enough) {
    super(message(request, table, enough));
    this.refused = table.refused();
  }

  /** Every code that was considered, with its reason. */
  public List<PlanTable.Refused> refused() {
    return refused == null ? List.of() : refused;
  }

  private static String message(PlanRequest request, PlanTable table, OptionalInt enough) {
    Requirement requirement = request.requirement();
    String remedy = enough.isPresent() ? remedy(requirement.workers(), enough.getAsInt()) : "";
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

  private static String remedy(int workers, int enough) {
    return enough > workers
        ? "; the smallest number of workers that would do is " + enough
        : "; on only %d of them it can be done (--workers %d)".formatted(enough, enough);
  }
}
