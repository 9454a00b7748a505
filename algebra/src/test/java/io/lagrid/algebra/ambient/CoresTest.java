package io.lagrid.algebra.ambient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {

  private static final long LITTLE = 1;
  private static final long MUCH = 1L << 40;

  @ParameterizedTest
  @ValueSource(longs = {LITTLE, MUCH})
  void everyPartRunsOnce(long numbers) {
    for (int parts : new int[] {0, 1, 2, 3, 100}) {
      AtomicIntegerArray runs = new AtomicIntegerArray(Math.max(1, parts));
      Cores.forEach(parts, numbers, runs::incrementAndGet);
      for (int i = 0; i < parts; i++) {
        assertThat(runs.get(i)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {LITTLE, MUCH})
  void theFirstFailureIsThrownAsItIs(long numbers) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Cores.forEach(
                    50,
                    numbers,
                    i -> {
                      if (i % 20 == 19) {
                        throw new IllegalArgumentException("part " + i);
                      }
                    }))
        .withMessage("part 19")
        .withNoCause();
  }

  @Test
  void littleWorkStaysOnTheCallingThread() {
    Thread caller = Thread.currentThread();
    Cores.forEach(8, LITTLE, i -> assertThat(Thread.currentThread()).isSameAs(caller));
  }

  @Test
  void thereIsAtLeastTheCallersCore() {
    assertThat(Cores.count()).isPositive();
  }
}
