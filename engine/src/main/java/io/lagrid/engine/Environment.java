package io.lagrid.engine;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.round.RoundListener;
import java.util.function.Supplier;

/**
 * What a run takes from its surroundings. Immutable.
 *
 * @param secrets gives a source of randomness for noise and verification; must be cryptographically
 *     secure unless the user asked for insecurity
 * @param kernels what encodes, verifies and decodes
 * @param catalog the codes to choose from
 * @param listener told of every event of every round
 */
public record Environment(
    Supplier<Randomness> secrets, Kernels kernels, CodeCatalog catalog, RoundListener listener) {

  /** Secure randomness, the fastest kernels, all codes, nobody listening. */
  public static Environment standard() {
    return new Environment(
        Randomness::secure, Kernels.fastest(), CodeCatalog.standard(), RoundListener.silent());
  }

  /** This environment with a listener. */
  public Environment withListener(RoundListener listener) {
    return new Environment(secrets, kernels, catalog, listener);
  }

  /** This environment with other kernels. */
  public Environment withKernels(Kernels kernels) {
    return new Environment(secrets, kernels, catalog, listener);
  }

  /**
   * This environment with randomness that repeats itself for the same seed. Not private, not safe.
   */
  public Environment withInsecureSeed(long seed) {
    return new Environment(() -> Randomness.insecure(seed), kernels, catalog, listener);
  }
}
