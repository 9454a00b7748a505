package io.lagrid.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import org.junit.jupiter.api.Test;

final class TaskTimesTest {

  private static final long SEED = 2;

  @Test
  void findsSpeedAndSlownessOfShiftExponentialWorkers() {
    Distribution truth = new Distribution.ShiftedExponential(1, 4);
    Randomness random = Randomness.insecure(SEED);
    double[] seconds = new double[20_000];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = 2e-10 * truth.draw(random);
    }
    TaskTimes times = new TaskTimes(seconds);
    assertThat(times.count()).isEqualTo(20_000);
    // The fastest twentieth end at 1 − ln(0.95)/4 of the shift.
    assertThat(times.secondsPerMultiplyAdd()).isBetween(2e-10, 2.04e-10);
    assertThat(1 + 1 / times.slowness().rate()).isCloseTo(1.25, within(0.03));
    assertThat(times.profile(Network.INSTANT).network()).isEqualTo(Network.INSTANT);
  }

  @Test
  void nothingFollowsFromNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TaskTimes(new double[0]));
  }
}
