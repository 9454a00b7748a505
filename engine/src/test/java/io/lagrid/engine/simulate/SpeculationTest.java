package io.lagrid.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.DelayProcess;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.RoundDelays;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeculationTest {

  private static Speculative of(int workers, Speculation rules) {
    return new Speculative("speculative", workers, workers, rules, TaskLoad.REFERENCE);
  }

  @Test
  void spark4CopiesAfterThreeMediansAndNineTenths() {
    // Nine done at 1 s; looks at 3.0 s (not more than 3 s) and 3.1 s; the copy takes 1.5 s.
    double[] first = Draws.allBut(10, 1, 100);
    double[] second = Draws.allBut(10, 1.5, 0);
    RoundTiming timing =
        of(10, Speculation.SPARK_4).play(Draws.of(first, second), Randomness.insecure(1));
    assertThat(timing.seconds()).isCloseTo(4.6, within(1e-9));
    assertThat(timing.launched()).isEqualTo(11);
    assertThat(timing.busySeconds()).isCloseTo(9 + 4.6 + 1.5, within(1e-9));
  }

  @Test
  void spark3CopiesAfterOneAndAHalfMediansAndThreeQuarters() {
    double[] first = Draws.allBut(10, 1, 100);
    double[] second = Draws.allBut(10, 1.5, 0);
    assertThat(Draws.play(of(10, Speculation.SPARK_3), first, second)).isCloseTo(3.1, within(1e-9));
    assertThat(Speculation.SPARK_3.finishedBefore(10)).isEqualTo(7);
    assertThat(Speculation.SPARK_4.finishedBefore(10)).isEqualTo(9);
    assertThat(Speculation.SPARK_4.finishedBefore(1)).isEqualTo(1);
  }

  @Test
  void nobodyCopiesBeforeTheQuantileIsReached() {
    // Eight of ten done: below nine tenths, so two slow tasks are waited for.
    double[] first = {1, 1, 1, 1, 1, 1, 1, 1, 50, 60};
    double[] second = new double[10];
    Arrays.fill(second, 20);
    assertThat(Draws.play(of(10, Speculation.SPARK_4), first, second)).isEqualTo(60);
    // Seven tenths suffice for Spark 3, and both are copied at 1.6 s.
    Arrays.fill(second, 2);
    assertThat(Draws.play(of(10, Speculation.SPARK_3), first, second)).isCloseTo(3.6, within(1e-9));
  }

  @Test
  void thereIsOneCopyAndTheOriginalMayWin() {
    double[] first = Draws.allBut(4, 1, 20);
    double[] second = {30, 30, 30, 30};
    RoundTiming timing =
        of(4, Speculation.SPARK_3).play(Draws.of(first, second), Randomness.insecure(1));
    assertThat(timing.seconds()).isEqualTo(20);
    assertThat(timing.launched()).as("the copy is slow too, and has no copy").isEqualTo(5);
  }

  @Test
  void aCopyWaitsForAnIdleWorkerThatHasNotRunTheTask() {
    // Three of four are done at 1 s; two of these get no second draw that ends.
    double[] first = {1, 1, 1, 20};
    double never = Double.POSITIVE_INFINITY;
    for (long seed = 0; seed < 20; seed++) {
      RoundTiming timing =
          of(4, Speculation.SPARK_3)
              .play(Draws.of(first, new double[] {5, 5, 5, 0}), Randomness.insecure(seed));
      assertThat(timing.seconds())
          .as("seed %d: never at its own worker", seed)
          .isCloseTo(6.6, within(1e-9));
    }
    assertThat(Draws.play(of(1, Speculation.SPARK_3), new double[] {never})).isInfinite();
    assertThat(Draws.play(of(2, Speculation.SPARK_3), new double[] {never, never})).isInfinite();
  }

  @Test
  void tasksOfATenthOfASecondAreLeftAlone() {
    double[] first = Draws.allBut(10, 0.01, 0.15);
    assertThat(Draws.play(of(10, Speculation.SPARK_4), first, new double[10])).isEqualTo(0.15);
    // Looks at 0.1 (not more than 0.1 s) and 0.2.
    assertThat(Draws.play(of(10, Speculation.SPARK_4), Draws.allBut(10, 0.01, 9), new double[10]))
        .isCloseTo(0.2, within(1e-9));
  }

  @Test
  void skippingIdleLooksChangesNothing() {
    List<Distribution> models =
        List.of(
            new Distribution.Pareto(1.1, 0.3),
            new Distribution.Bimodal(0.2, 0.5, 7),
            new Distribution.Weibull(0.6, 1));
    int played = 0;
    for (Distribution model : models) {
      for (Speculation rules : List.of(Speculation.SPARK_3, Speculation.SPARK_4)) {
        for (int tasks : new int[] {1, 2, 3, 10, 23}) {
          DelayProcess process = model.start(tasks, Randomness.insecure(tasks));
          for (int round = 0; round < 20; round++) {
            RoundDelays delays = process.next();
            double fast = of(tasks, rules).play(delays, Randomness.insecure(round)).seconds();
            double slow =
                new NaiveSpeculation(tasks, rules, delays, Randomness.insecure(round)).play();
            assertThat(fast)
                .as("%s, %s, %d tasks, round %d", model, rules, tasks, round)
                .isCloseTo(slow, within(1e-9));
            played++;
          }
        }
      }
    }
    assertThat(played).isEqualTo(3 * 2 * 5 * 20);
  }

  @Test
  void rulesAreChecked() {
    assertThatThrownBy(() -> new Speculation(1.5, 3, 0.1, 0.1)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Speculation(0.5, 3, 0, 0.1)).hasMessageContaining("interval 0.0");
  }

  @Test
  void aRetryStartsAtTheTimeoutOnAnotherWorker() {
    double[] first = Draws.allBut(4, 1, 100);
    double[] second = {2, 2, 2, 0};
    Retried retried = new Retried("retried", 4, 4, 3, TaskLoad.REFERENCE);
    RoundTiming timing = retried.play(Draws.of(first, second), Randomness.insecure(1));
    assertThat(timing).isEqualTo(new RoundTiming(5, 3 + 3 + 2, 5));
  }

  @Test
  void timeoutsDoubleAndRetriesWaitForAWorker() {
    // Both workers time out at 1 and change places; then they have 2 s, and need 1.5 s.
    Retried retried = new Retried("retried", 2, 2, 1, TaskLoad.REFERENCE);
    assertThat(Draws.play(retried, new double[] {9, 9}, new double[] {1.5, 1.5})).isEqualTo(2.5);
    // Worker 0 is done at 5: until then nobody but the worker that failed is idle.
    Retried patient = new Retried("retried", 2, 2, 5, TaskLoad.REFERENCE);
    assertThat(Draws.play(patient, new double[] {5, 9}, new double[] {1, 0})).isEqualTo(6);
    assertThat(Draws.play(new Retried("retried", 1, 1, 1, TaskLoad.REFERENCE), new double[] {9}))
        .as("there is no other worker")
        .isEqualTo(9);
    double never = Double.POSITIVE_INFINITY;
    RoundDelays endless = (worker, attempt) -> never;
    assertThat(retried.play(endless, Randomness.insecure(1)).seconds()).isInfinite();
    assertThatThrownBy(() -> new Retried("x", 1, 1, 0, TaskLoad.REFERENCE))
        .hasMessageContaining("a timeout of 0.0 s");
  }
}
