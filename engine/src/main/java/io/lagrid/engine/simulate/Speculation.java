package io.lagrid.engine.simulate;

/**
 * When Apache Spark starts a second copy of a task, as its TaskSetManager decides:
 *
 * <ul>
 *   <li>it looks every {@code interval} seconds ({@code spark.speculation.interval});
 *   <li>not before max(1, ⌊quantile·K⌋) of K tasks are done ({@code spark.speculation.quantile});
 *   <li>then every task with one running copy is speculatable that has run longer than
 *       max(multiplier·median, minimum), where the median is the upper one of the times of the
 *       tasks done ({@code spark.speculation.multiplier}, {@code
 *       spark.speculation.minTaskRuntime});
 *   <li>a copy starts as soon as a worker is idle that has not run the task; the task marked last
 *       goes first; there are never more than two copies;
 *   <li>the first copy to answer wins, and the other is stopped.
 * </ul>
 *
 * <p>The rule on inefficient tasks ({@code spark.speculation.efficiency}) changes nothing here: it
 * compares records read per second, and these tasks read none. A stage of one task is never
 * speculated on. Workers have one slot.
 *
 * <p>Source: Apache Spark 3.5 and 4.1, org.apache.spark.scheduler.TaskSetManager.
 *
 * @param quantile in [0, 1]
 * @param multiplier positive
 * @param intervalSeconds positive
 * @param minimumSeconds not negative
 */
public record Speculation(
    double quantile, double multiplier, double intervalSeconds, double minimumSeconds) {

  /** The defaults of Spark 4: quantile 0.9, multiplier 3, every 100 ms, at least 100 ms. */
  public static final Speculation SPARK_4 = new Speculation(0.9, 3, 0.1, 0.1);

  /** The defaults of Spark 3: quantile 0.75, multiplier 1.5, every 100 ms, at least 100 ms. */
  public static final Speculation SPARK_3 = new Speculation(0.75, 1.5, 0.1, 0.1);

  /** Checks the ranges. */
  public Speculation {
    if (!(quantile >= 0
        && quantile <= 1
        && multiplier > 0
        && intervalSeconds > 0
        && minimumSeconds >= 0)) {
      throw new IllegalArgumentException(
          "quantile %s, multiplier %s, interval %s s, minimum %s s; legal are 0 to 1, positive,"
                  .formatted(quantile, multiplier, intervalSeconds, minimumSeconds)
              + " positive, not negative");
    }
  }

  /** How many of K tasks must be done before the first copy. */
  public int finishedBefore(int tasks) {
    return Math.max((int) Math.floor(quantile * tasks), 1);
  }

  /** How long a task must have run to be speculatable. */
  double threshold(double medianSeconds) {
    return Math.max(multiplier * medianSeconds, minimumSeconds);
  }

  /** The first look at which more than so many seconds have passed since a launch. */
  double firstLook(double launchSeconds, double threshold) {
    double looks = Math.floor((launchSeconds + threshold) / intervalSeconds) + 1;
    while (looks * intervalSeconds - launchSeconds <= threshold) {
      looks++; // rounding
    }
    return looks * intervalSeconds;
  }

  /** The first look not before a time. */
  double lookFrom(double seconds) {
    return Math.ceil(seconds / intervalSeconds) * intervalSeconds;
  }
}
