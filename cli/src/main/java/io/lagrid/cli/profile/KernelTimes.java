package io.lagrid.cli.profile;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;

/** Times products of the fastest kernels, one after the other on one core. */
public final class KernelTimes {

  private static final int SIDE = 192;
  private static final int WARM_UP = 300;
  private static final int TASKS = 1000;

  private final Clock clock;

  /** Timed with that clock. */
  public KernelTimes(Clock clock) {
    this.clock = clock;
  }

  /** Takes a second or so. */
  public TaskTimes measure() {
    Kernels kernels = Kernels.fastest();
    Randomness randomness = Randomness.insecure(SIDE);
    Matrix left = random(randomness);
    Matrix right = random(randomness);
    Matrix product = Matrix.zeros(SIDE, SIDE);
    double[] seconds = new double[TASKS];
    double work = (double) SIDE * SIDE * SIDE;
    for (int task = -WARM_UP; task < TASKS; task++) {
      long start = clock.nanos();
      kernels.multiply(RealField.instance(), left, right, product, Cancellation.never());
      if (task >= 0) {
        seconds[task] = Math.max(1, clock.nanos() - start) * 1e-9 / work;
      }
    }
    return new TaskTimes(seconds);
  }

  private static Matrix random(Randomness randomness) {
    double[] data = new double[SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = randomness.nextDouble() - 0.5;
    }
    return Matrix.of(SIDE, SIDE, data);
  }
}
