package io.lagrid.engine.plan;

import java.util.List;

/**
 * All codes side by side.
 *
 * @param plans those that can do it, cheapest first
 * @param refused those that cannot, in the order of the catalogue
 */
public record PlanTable(List<Plan> plans, List<Refused> refused) {

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
   */
  public record Refused(String code, String reason) {}
}
