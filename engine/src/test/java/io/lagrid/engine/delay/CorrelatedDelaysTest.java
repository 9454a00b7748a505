package io.lagrid.engine.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.Distribution.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slowness that workers share or that lasts, on top of tasks of one second. */
class CorrelatedDelaysTest {

  private static final DelayModel ONE = new Constant(1);
  private static final int ROUNDS = 20_000;
  private static final long SEED = 23;

  @Test
  void aHostIsSlowAsAWhole() {
    DelayProcess process = new SlowHosts(3, 0.25, 7, ONE).start(8, Randomness.insecure(SEED));
    int slowHosts = 0;
    int bothSlow = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RoundDelays delays = process.next();
      for (int worker = 0; worker < 8; worker++) {
        assertThat(delays.seconds(worker, 0)).isEqualTo(delays.seconds(worker / 3 * 3, 1));
      }
      for (int host = 0; host < 3; host++) {
        slowHosts += delays.seconds(Math.min(3 * host, 7), 0) == 7 ? 1 : 0;
      }
      bothSlow += delays.seconds(0, 0) * delays.seconds(3, 0) == 49 ? 1 : 0;
    }
    assertShare(slowHosts, 3 * ROUNDS, 0.25);
    assertShare(bothSlow, ROUNDS, 0.0625);
  }

  /** Counts against a binomial of independent trials: five standard deviations. */
  private static void assertShare(int count, int trials, double probability) {
    double deviation = Math.sqrt(probability * (1 - probability) / trials);
    assertThat((double) count / trials)
        .as("seed %d", SEED)
        .isCloseTo(probability, within(5 * deviation));
  }

  @Test
  void burstsStartInEquilibriumAndLast() {
    Bursts bursts = new Bursts(0.05, 0.2, 9, ONE);
    assertThat(bursts.slowShare()).isCloseTo(0.2, within(1e-15));
    int workers = 500;
    int chains = 100;
    int slowAtStart = 0;
    int onsets = 0;
    int sound = 0;
    int recoveries = 0;
    int slow = 0;
    for (int chain = 0; chain < chains; chain++) {
      DelayProcess process = bursts.start(workers, Randomness.insecure(SEED + chain));
      RoundDelays before = process.next();
      RoundDelays after = process.next();
      for (int worker = 0; worker < workers; worker++) {
        boolean was = before.seconds(worker, 0) == 9;
        boolean is = after.seconds(worker, 0) == 9;
        slowAtStart += was ? 1 : 0;
        slow += was ? 1 : 0;
        sound += was ? 0 : 1;
        onsets += !was && is ? 1 : 0;
        recoveries += was && !is ? 1 : 0;
      }
    }
    assertShare(slowAtStart, workers * chains, 0.2);
    assertShare(onsets, sound, 0.05);
    assertShare(recoveries, slow, 0.2);
  }

  @Test
  void earlierRoundsOfABurstStayWhatTheyWere() {
    DelayProcess process = new Bursts(0.5, 0.5, 9, ONE).start(50, Randomness.insecure(SEED));
    RoundDelays first = process.next();
    double[] seen = seconds(first, 50);
    for (int i = 0; i < 5; i++) {
      process.next();
    }
    assertThat(seconds(first, 50)).isEqualTo(seen);
  }

  private static double[] seconds(RoundDelays delays, int workers) {
    double[] seconds = new double[workers];
    for (int worker = 0; worker < workers; worker++) {
      seconds[worker] = delays.seconds(worker, 0);
    }
    return seconds;
  }

  @Test
  void speedsDivideAndRepeat() {
    DelayProcess process = new Speeds(List.of(1.0, 2.0, 4.0), ONE).start(5, Randomness.insecure(1));
    assertThat(seconds(process.next(), 5)).containsExactly(1, 0.5, 0.25, 1, 0.5);
  }

  @Test
  void illegalParametersAreRefused() {
    assertThatThrownBy(() -> new SlowHosts(0, 0.5, 2, ONE)).hasMessageContaining("hosts of 0");
    assertThatThrownBy(() -> new SlowHosts(2, 0.5, 0, ONE)).hasMessageContaining("factor is 0.0");
    assertThatThrownBy(() -> new Bursts(0.1, 0, 2, ONE)).hasMessageContaining("recovery of 0");
    assertThatThrownBy(() -> new Bursts(-1, 0, 2, ONE)).hasMessageContaining("onset is -1.0");
    assertThatThrownBy(() -> new Speeds(List.of(), ONE)).hasMessageContaining("no speeds");
    assertThatThrownBy(() -> new Speeds(List.of(1.0, -2.0), ONE)).hasMessageContaining("-2.0");
    assertThatThrownBy(() -> ONE.start(0, Randomness.insecure(1)))
        .hasMessageContaining("0 workers; at least 1");
    assertThat(new Bursts(0, 0, 2, ONE).slowShare()).isZero();
  }
}
