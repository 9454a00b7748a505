package io.lagrid.cli.report;

import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One code in the plan table: what it would cost, or why it cannot be used. Immutable.
 *
 * @param code its name
 * @param parameters its parameters by letter; empty if it cannot be used
 * @param recoveryThreshold R; 0 if it cannot be used
 * @param storage what one worker holds, as a fraction of both operands
 * @param upload what is sent, in operands
 * @param download what is received, in results
 * @param work what one worker computes, as a fraction of the whole
 * @param reason why it cannot be used; null if it can
 */
public record PlanRow(
    String code,
    Map<String, Integer> parameters,
    int recoveryThreshold,
    double storage,
    double upload,
    double download,
    double work,
    @Nullable String reason) {

  /** A row for every plan, then one for every code that cannot be used. */
  public static List<PlanRow> all(PlanTable table) {
    return Stream.concat(
            table.plans().stream().map(PlanRow::of),
            table.refused().stream().map(refused -> refused(refused.code(), refused.reason())))
        .toList();
  }

  private static PlanRow of(Plan plan) {
    return new PlanRow(
        plan.name(),
        plan.code().parameters().named(),
        plan.code().parameters().recoveryThreshold(),
        plan.price().storage(),
        plan.price().upload(),
        plan.price().download(),
        plan.price().work(),
        null);
  }

  /** A code that cannot be used. */
  static PlanRow refused(String code, String reason) {
    return new PlanRow(code, Map.of(), 0, 0, 0, 0, 0, reason);
  }

  /** The parameters as people write them, such as {@code p=1, m=3, n=3}. */
  public static String written(Map<String, Integer> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
