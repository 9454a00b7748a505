package io.lagrid.engine.plan;

import java.util.List;

/**
 * The most that a plan may take.
 *
 * @param memoryPerWorker bytes that a worker may hold, at least 1; {@link Long#MAX_VALUE} for any
 * @param traffic bytes sent and received in all, positive; infinity for any
 */
public record Caps(long memoryPerWorker, double traffic) {

  /** No cap at all. */
  public static final Caps NONE = new Caps(Long.MAX_VALUE, Double.POSITIVE_INFINITY);

  /** Checks that there is something left to plan with. */
  public Caps {
    if (memoryPerWorker < 1 || !(traffic > 0)) {
      throw new IllegalArgumentException(
          "cannot plan for %d bytes per worker and %s bytes of traffic; positive numbers are legal"
              .formatted(memoryPerWorker, traffic));
    }
  }

  /** On a worker's memory alone. */
  public static Caps memory(long bytesPerWorker) {
    return new Caps(bytesPerWorker, Double.POSITIVE_INFINITY);
  }

  /** These caps with another one on traffic. */
  public Caps withTraffic(double bytes) {
    return new Caps(memoryPerWorker, bytes);
  }

  /** These caps with another one on a worker's memory. */
  public Caps withMemoryPerWorker(long bytes) {
    return new Caps(bytes, traffic);
  }

  /** Whether a plan keeps them. */
  boolean allow(Plan plan) {
    return plan.bytesPerWorker() <= memoryPerWorker && plan.traffic() <= traffic;
  }

  /** Why none of these plans keeps them. */
  String objection(List<Plan> plans) {
    long leastHeld = plans.stream().mapToLong(Plan::bytesPerWorker).min().orElseThrow();
    if (leastHeld > memoryPerWorker) {
      return "needs at least %d bytes per worker, the cap is %d"
          .formatted(leastHeld, memoryPerWorker);
    }
    double leastSent =
        plans.stream()
            .filter(plan -> plan.bytesPerWorker() <= memoryPerWorker)
            .mapToDouble(Plan::traffic)
            .min()
            .orElseThrow();
    return "sends and receives at least %.0f bytes%s, the cap is %.0f"
        .formatted(
            leastSent,
            memoryPerWorker == Long.MAX_VALUE
                ? ""
                : " if a worker holds at most %d".formatted(memoryPerWorker),
            traffic);
  }
}
