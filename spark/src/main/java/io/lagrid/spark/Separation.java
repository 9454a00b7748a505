package io.lagrid.spark;

import io.lagrid.spark.pinned.Executor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How far apart workers sit. Colluders and adversaries are counted in workers, which means
 * something only while whoever controls one executor, or one host, controls one worker.
 */
public enum Separation {
  /** No two workers of a cluster at one executor. */
  EXECUTOR {
    @Override
    Object party(Executor executor) {
      return executor;
    }
  },

  /** No two workers of a cluster at executors of one host. */
  HOST {
    @Override
    Object party(Executor executor) {
      return executor.host();
    }
  },

  /** Workers share executors where there are fewer of those. Against stragglers only. */
  NONE {
    @Override
    Object party(Executor executor) {
      return executor;
    }
  };

  /** What may be given one worker only; the executor itself where that may be given several. */
  abstract Object party(Executor executor);

  /** How many parties the executors are. */
  long parties(List<Executor> executors) {
    return executors.stream().map(this::party).distinct().count();
  }

  /** The name as settings spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The separation of that name, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Separation named(String name) {
    for (Separation separation : values()) {
      if (separation.name().equalsIgnoreCase(name)) {
        return separation;
      }
    }
    throw new IllegalArgumentException(
        "separation %s is none of %s"
            .formatted(
                name,
                Arrays.stream(values()).map(String::valueOf).collect(Collectors.joining(", "))));
  }
}
