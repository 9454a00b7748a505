package io.lagrid.algebra.kernel.tile;

import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.Optional;

/**
 * Offers a {@link TileKernel} under a name; found by {@link java.util.ServiceLoader}.
 *
 * <p>Implementations have a public constructor without parameters and must load in every process,
 * also in one that lacks what their kernel needs. Immutable and thread-safe.
 */
public interface KernelProvider {

  /** The name users choose the provider by, such as {@code vector}. */
  String name();

  /** Its rank: of the providers that work, the one of highest priority is the default. */
  int priority();

  /** The kernel, or nothing if this process lacks what it needs. */
  Optional<TileKernel> kernel();

  /**
   * Number-theoretic transforms for the same machine; called only where {@link #kernel} is there.
   */
  default TransformKernel transforms() {
    return new PlainTransform();
  }
}
