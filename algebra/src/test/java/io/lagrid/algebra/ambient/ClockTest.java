package io.lagrid.algebra.ambient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClockTest {

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final CountDownLatch GIVEN = new CountDownLatch(0);

  @Test
  void theSystemsClockNeitherDecreasesNorStartsBelowZero() {
    Clock clock = Clock.system();
    long before = clock.nanos();
    assertThat(before).isNotNegative();
    for (int i = 0; i < 1000; i++) {
      long now = Clock.system().nanos();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void waitsUntilTheClockReadsTheDeadline() throws InterruptedException {
    Clock clock = Clock.system();
    long deadline = clock.nanos() + 2_000_000;
    assertThat(clock.await(NEVER, deadline)).isFalse();
    assertThat(clock.nanos()).isGreaterThanOrEqualTo(deadline);
  }

  @Test
  void waitsAgainWhileTheClockIsBehind() throws InterruptedException {
    AtomicLong reading = new AtomicLong();
    Clock slow = () -> reading.getAndAdd(10);
    assertThat(slow.await(NEVER, 35)).isFalse();
    assertThat(reading.get()).as("read at 0, 10, 20, 30 and 40").isEqualTo(50);
  }

  @Test
  void aSignalEndsTheWait() throws InterruptedException {
    assertThat(Clock.system().await(GIVEN, Long.MAX_VALUE)).isTrue();
    assertThat(Clock.system().await(GIVEN, 0)).isTrue();
  }

  @Test
  void aDeadlineInThePastAsksWithoutWaiting() throws InterruptedException {
    assertThat(Clock.system().await(NEVER, 0)).isFalse();
    assertThat(Clock.system().await(NEVER, Long.MIN_VALUE)).isFalse();
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Clock.system().await(NEVER, Long.MAX_VALUE))
        .isInstanceOf(InterruptedException.class);
  }
}
