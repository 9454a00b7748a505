package io.lagrid.spark;

import java.time.Duration;
import org.apache.spark.SparkConf;

/**
 * How a cluster uses its Spark application. Read from the application's configuration; immutable,
 * each {@code with…} method returns a changed copy.
 *
 * @param separation {@code spark.lagrid.separation}: how far apart workers sit; {@code executor},
 *     {@code host} or {@code none}; default {@code executor}
 * @param patience {@code spark.lagrid.patience}: how long to wait for enough executors when a
 *     cluster is opened; default 30 s
 * @param attempts {@code spark.lagrid.attempts}: how many tasks for one worker may land on other
 *     executors, in one round, before the worker counts as lost; default 50
 * @param carried {@code spark.lagrid.carried}: up to how many bytes a share travels inside its
 *     task; larger ones are fetched from the driver; default 1 MiB
 * @param memory {@code spark.lagrid.memory}: the most bytes of memory that shares may take in an
 *     executor before they go to disk; default: as many as Spark's storage memory has
 */
public record SparkSettings(
    Separation separation, Duration patience, int attempts, long carried, long memory) {

  /** What is used where the configuration says nothing. */
  public static final SparkSettings DEFAULT =
      new SparkSettings(Separation.EXECUTOR, Duration.ofSeconds(30), 50, 1 << 20, Long.MAX_VALUE);

  private static final String PREFIX = "spark.lagrid.";

  /** Checks the numbers. */
  public SparkSettings {
    if (patience.isNegative()) {
      throw new IllegalArgumentException(PREFIX + "patience is " + patience + "; at least 0");
    }
    atLeast("attempts", attempts, 1);
    atLeast("carried", carried, 0);
    atLeast("memory", memory, 0);
  }

  /**
   * The settings of a configuration.
   *
   * @throws IllegalArgumentException if a value is not legal; the message names its key
   */
  public static SparkSettings of(SparkConf conf) {
    return new SparkSettings(
        Separation.named(conf.get(PREFIX + "separation", DEFAULT.separation.toString())),
        Duration.ofMillis(
            conf.getTimeAsMs(PREFIX + "patience", DEFAULT.patience.toMillis() + "ms")),
        conf.getInt(PREFIX + "attempts", DEFAULT.attempts),
        conf.getSizeAsBytes(PREFIX + "carried", DEFAULT.carried),
        conf.getSizeAsBytes(PREFIX + "memory", DEFAULT.memory));
  }

  /** These settings with workers so far apart. */
  public SparkSettings withSeparation(Separation separation) {
    return new SparkSettings(separation, patience, attempts, carried, memory);
  }

  /** These settings with another time to wait for executors. */
  public SparkSettings withPatience(Duration patience) {
    return new SparkSettings(separation, patience, attempts, carried, memory);
  }

  private static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s%s is %d; at least %d".formatted(PREFIX, name, value, least));
    }
  }
}
