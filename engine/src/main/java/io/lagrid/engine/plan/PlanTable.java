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
 * @param looked how precise those plans are whose precision the order depended on
 */
public record PlanTable(
    PlanRequest request, List<Plan> plans, List<Refused> refused, Map<Plan, PlanPrecision> looked) {

  /** Copies the lists and the map. */
  public PlanTable {
    plans = List.copyOf(plans);
    refused = List.copyOf(refused);
    looked = Map.copyOf(looked);
  }

  /**
   * How precise results by a plan are; worked out now if it was not needed before, and unknown if
   * that would take too long.
   */
  public PlanPrecision precision(Plan plan) {
    PlanPrecision known = looked.get(plan);
    boolean rounds = !request.requirement().exact();
    return known != null
        ? known
        : rounds && !Conditioned.affordable(plan) ? PlanPrecision.UNKNOWN : request.precision(plan);
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
