package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.round.RoundListener;
import java.util.function.Supplier;

/**
 * What a run takes from its surroundings. Immutable.
 *
 * @param clock the clock whose readings the cluster's deadlines are
 * @param secrets gives a source of randomness for noise and verification; must be cryptographically
 *     secure unless the user asked for insecurity
 * @param kernels what encodes, verifies and decodes
 * @param catalog the codes to choose from
 * @param listener told of every event of every round
 */
public record Environment(
    Clock clock,
    Supplier<Randomness> secrets,
    Kernels kernels,
    CodeCatalog catalog,
    RoundListener listener) {

  /** The machine's clock, secure randomness, the fastest kernels, all codes, nobody listening. */
  public static Environment standard() {
    return new Environment(
        Clock.system(),
        Randomness::secure,
        Kernels.fastest(),
        CodeCatalog.standard(),
        RoundListener.silent());
  }

  /** This environment with a listener. */
  public Environment withListener(RoundListener listener) {
    return new Environment(clock, secrets, kernels, catalog, listener);
  }

  /** This environment with other kernels. */
  public Environment withKernels(Kernels kernels) {
    return new Environment(clock, secrets, kernels, catalog, listener);
  }

  /** This environment with another clock. */
  public Environment withClock(Clock clock) {
    return new Environment(clock, secrets, kernels, catalog, listener);
  }

  /** This environment with randomness that repeats itself for the same seed. Not private, not safe. */
  public Environment withInsecureSeed(long seed) {
    return new Environment(clock, () -> Randomness.insecure(seed), kernels, catalog, listener);
  }
}
