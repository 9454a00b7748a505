package io.lagrid.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All codes side by side.
 *
 * @param request what they were compared for
 * @param plans those that can do it, cheapest first
 * @param refused those that cannot, in the order of the catalogue
 */
public record PlanTable(PlanRequest request, List<Plan> plans, List<Refused> refused) {

  /** Copies the lists. */
  public PlanTable {
    plans = List.copyOf(plans);
    refused = List.copyOf(refused);
  }

  /**
   * A family without a plan.
   *
   * @param code the family's name
   * @param reason what stands in the way
   * @param foreign whether the family does other operations only
   */
  public record Refused(String code, String reason, boolean foreign) {

    /** A family that does such operations. */
    public Refused(String code, String reason) {
      this(code, reason, false);
    }
  }

  /** The refused codes by what stands in their way, in the order of the catalogue. */
  public static Map<String, List<String>> byReason(List<Refused> refused) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (Refused each : refused) {
      codes.computeIfAbsent(each.reason(), reason -> new ArrayList<>()).add(each.code());
    }
    return codes;
  }
}
