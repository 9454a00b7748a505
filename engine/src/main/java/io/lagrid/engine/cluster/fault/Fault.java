package io.lagrid.engine.cluster.fault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** What is wrong with one worker. Implementations are immutable. */
public sealed interface Fault {

  /** This fault of those workers, as {@link FaultSpec#parse} reads it. */
  String text(FaultSpec.Who who);

  /** Answers arrive that much later. */
  static Fault slow(Duration delay) {
    return new Slow(delay);
  }

  /** No answer in any round. */
  static Fault crash() {
    return new Crash(0, Crash.FOR_GOOD);
  }

  /** Every answer is false in that way. */
  static Fault lie(Way way) {
    return new Lie(way);
  }

  /**
   * The worker computes in time, but its answers are held back.
   *
   * @param delay how long; from 0 to 24 hours
   */
  record Slow(Duration delay) implements Fault {

    /** The longest delay. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Checks the range. */
    public Slow {
      if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a delay of %s; legal are 0s to %ds".formatted(seconds(delay), LONGEST.toSeconds()));
      }
    }

    @Override
    public String text(FaultSpec.Who who) {
      return "slow:" + who + "@" + seconds(delay);
    }

    private static String seconds(Duration delay) {
      BigDecimal seconds =
          BigDecimal.valueOf(delay.getSeconds()).add(BigDecimal.valueOf(delay.getNano(), 9));
      return seconds.stripTrailingZeros().toPlainString() + "s";
    }
  }

  /**
   * The worker is lost at the start of a round. It keeps its shares: one that comes back computes
   * with what was placed on it.
   *
   * @param after in how many rounds it works before
   * @param rounds in how many rounds it is lost before it comes back, or {@link #FOR_GOOD}
   */
  record Crash(int after, int rounds) implements Fault {

    /** The number of rounds of a worker that never comes back. */
    public static final int FOR_GOOD = Integer.MAX_VALUE;

    /** Checks the ranges. */
    public Crash {
      if (after < 0 || rounds < 1) {
        throw new IllegalArgumentException(
            "a crash after %d rounds, for %d; after is at least 0, for at least 1"
                .formatted(after, rounds));
      }
    }

    /** Whether the worker is lost in a round, rounds counted from 0. */
    boolean during(long round) {
      return round >= after && (rounds == FOR_GOOD || round < (long) after + rounds);
    }

    @Override
    public String text(FaultSpec.Who who) {
      String end = rounds == FOR_GOOD ? "" : "+" + rounds;
      return "crash:" + who + (after == 0 && end.isEmpty() ? "" : "@" + after + end);
    }
  }

  /**
   * The worker answers falsely. A lie is never the truth by accident: where the way gives back the
   * true answer, a single entry is changed.
   *
   * @param way how
   */
  record Lie(Way way) implements Fault {

    @Override
    public String text(FaultSpec.Who who) {
      return "lie:" + who + "@" + way;
    }
  }

  /** A way of lying. Noise and flips stay in the range of true answers. */
  enum Way {
    /** Every entry is uniformly random: in GF(p), or within ± the largest true magnitude. */
    NOISE,
    /** One entry is wrong. */
    FLIP,
    /** Another worker's answer of the same round; noise if no other worker answers. */
    SWAP,
    /** Its own answer of an earlier round of the same shape; before there is one, as SWAP. */
    STALE,
    /** A row too many. */
    SHAPE,
    /** One entry is not a number. */
    NAN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
