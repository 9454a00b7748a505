package io.lagrid.cli.run;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import java.io.File;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Has the kernels compiled in the background while operands are read and encoded, if the operands
 * are large: a command computes once, and pays for cold kernels otherwise. Small ones do not pay
 * for it.
 */
public final class WarmUp {

  /** Operands of this many bytes take longer to multiply than kernels take to compile. */
  private static final long LARGE = 1 << 23;

  private WarmUp() {}

  /** Starts it if the files together are large, and returns at once. */
  public static void ifLarge(String... files) {
    long bytes = Arrays.stream(files).mapToLong(file -> new File(file).length()).sum();
    if (bytes >= LARGE) {
      CompletableFuture<Void> compiled =
          CompletableFuture.runAsync(() -> Kernels.fastest().warmUp(Cancellation.never()));
      assert !compiled.isCancelled();
    }
  }
}
