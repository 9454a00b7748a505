package io.lagrid.engine;

import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.job.JobRules;
import io.lagrid.engine.plan.Caps;
import io.lagrid.engine.share.GaussianMask;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How computations are to be run. Immutable; each {@code with…} method returns a changed copy.
 *
 * <p>{@link #DEFAULT}: tolerate nothing; the planner chooses code and partition; exact arithmetic
 * for integers, whenever colluders are tolerated, and for doubles whose digits no plan over
 * floating point keeps, else real; answers verified whenever adversaries are tolerated; no timeout
 * and no memory cap.
 *
 * @param tolerance what to survive
 * @param code the code's name, or empty for the planner to choose
 * @param partition how to cut the product, or empty for the planner to choose
 * @param arithmetic which arithmetic to compute in
 * @param bits fractional bits of fixed point when doubles go through exact arithmetic, or empty to
 *     choose from the operands
 * @param verification whether to check answers on arrival
 * @param timeout when to give up waiting for answers, or empty for never
 * @param caps the most that a plan may take of a worker's memory, and send and receive
 * @param maskingNoise σ, the deviation of the noise that hides operands of real arithmetic from
 *     colluders, in units of an operand's largest entry; of no effect elsewhere
 */
public record Settings(
    Tolerance tolerance,
    Optional<String> code,
    Optional<Partition> partition,
    ArithmeticChoice arithmetic,
    OptionalInt bits,
    Verification verification,
    Optional<Duration> timeout,
    Caps caps,
    double maskingNoise) {

  /** See the class comment. */
  public static final Settings DEFAULT =
      new Settings(
          Tolerance.NONE,
          Optional.empty(),
          Optional.empty(),
          ArithmeticChoice.AUTO,
          OptionalInt.empty(),
          Verification.AUTO,
          Optional.empty(),
          Caps.NONE,
          GaussianMask.USUAL);

  /** Which arithmetic to compute in. */
  public enum ArithmeticChoice {
    /**
     * Exact for integers, whenever colluders are tolerated, and where no plan over floating point
     * keeps half of all digits or one in exact arithmetic takes less work; else real.
     */
    AUTO,
    /**
     * Residue number systems: exact for integers, fixed point for doubles; the only private one.
     */
    EXACT,
    /** Floating point. */
    REAL
  }

  /** Whether to check answers on arrival. */
  public enum Verification {
    /** Freivalds when adversaries are tolerated, else none. */
    AUTO,
    /** Check every answer by random projections. */
    FREIVALDS,
    /** Leave liars to the decoder. */
    NONE
  }

  /** Checks that the timeout is positive. */
  public Settings {
    if (timeout.isPresent() && (timeout.get().isNegative() || timeout.get().isZero())) {
      throw new IllegalArgumentException("timeout " + timeout.get() + " is not positive");
    }
  }

  /** How many liars the decoder has to locate by itself. */
  int locatedAdversaries() {
    return verifies() ? 0 : tolerance.adversaries();
  }

  /** The rules for the rounds of a job in an environment. */
  JobRules rules(Environment environment, int located) {
    return new JobRules(
        located,
        timeout,
        environment.secrets().get(),
        environment.kernels(),
        environment.listener());
  }

  /** Whether answers are to be checked on arrival, where that can be done. */
  public boolean verifies() {
    return verification == Verification.FREIVALDS
        || (verification == Verification.AUTO && tolerance.adversaries() > 0);
  }

  /** These settings with another tolerance. */
  public Settings withTolerance(Tolerance tolerance) {
    return changed(draft -> draft.tolerance = tolerance);
  }

  /** These settings with the code of that name. */
  public Settings withCode(String code) {
    return changed(draft -> draft.code = Optional.of(code));
  }

  /** These settings with a given partition. */
  public Settings withPartition(Partition partition) {
    return changed(draft -> draft.partition = Optional.of(partition));
  }

  /** These settings with another arithmetic. */
  public Settings withArithmetic(ArithmeticChoice arithmetic) {
    return changed(draft -> draft.arithmetic = arithmetic);
  }

  /** These settings with a given number of fractional bits. */
  public Settings withBits(int bits) {
    return changed(draft -> draft.bits = OptionalInt.of(bits));
  }

  /** These settings with another verification. */
  public Settings withVerification(Verification verification) {
    return changed(draft -> draft.verification = verification);
  }

  /** These settings with a timeout. */
  public Settings withTimeout(Duration timeout) {
    return changed(draft -> draft.timeout = Optional.of(timeout));
  }

  /** These settings with a cap on what a worker holds, in bytes. */
  public Settings withMemoryPerWorker(long memoryPerWorker) {
    return changed(draft -> draft.caps = draft.caps.withMemoryPerWorker(memoryPerWorker));
  }

  /** These settings with a cap on what is sent and received in all, in bytes. */
  public Settings withTraffic(double traffic) {
    return changed(draft -> draft.caps = draft.caps.withTraffic(traffic));
  }

  /** These settings with other masking noise. */
  public Settings withMaskingNoise(double maskingNoise) {
    return changed(draft -> draft.maskingNoise = maskingNoise);
  }

  private Settings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** The one place that lists the components, for copies in which one of them differs. */
  private static final class Draft {
    Tolerance tolerance;
    Optional<String> code;
    Optional<Partition> partition;
    ArithmeticChoice arithmetic;
    OptionalInt bits;
    Verification verification;
    Optional<Duration> timeout;
    Caps caps;
    double maskingNoise;

    Draft(Settings start) {
      this.tolerance = start.tolerance;
      this.code = start.code;
      this.partition = start.partition;
      this.arithmetic = start.arithmetic;
      this.bits = start.bits;
      this.verification = start.verification;
      this.timeout = start.timeout;
      this.caps = start.caps;
      this.maskingNoise = start.maskingNoise;
    }

    Settings settings() {
      return new Settings(
          tolerance, code, partition, arithmetic, bits, verification, timeout, caps, maskingNoise);
    }
  }
}
