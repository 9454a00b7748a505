package io.lagrid.engine.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSpecTest {

  @Test
  void readsEveryForm() {
    FaultSpec expected =
        FaultSpec.none()
            .some(3, Fault.slow(Duration.ofSeconds(30)))
            .some(1, Fault.crash())
            .some(2, Fault.lie(Fault.Way.NOISE))
            .worker(5, Fault.slow(Duration.ofSeconds(2)))
            .some(1, new Fault.Crash(3, Fault.Crash.FOR_GOOD))
            .worker(0, new Fault.Crash(3, 2));
    String text = "slow:3@30s, crash:1,lie:2,slow:worker5@2s,crash:1@3,crash:worker0@3+2";
    assertThat(FaultSpec.parse(text)).isEqualTo(expected);
    assertThat(FaultSpec.parse("none")).isEqualTo(FaultSpec.none());
    assertThat(expected.faulty()).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryWayToLie(Fault.Way way) {
    assertThat(FaultSpec.parse("lie:2@" + way)).isEqualTo(FaultSpec.none().some(2, Fault.lie(way)));
  }

  @ParameterizedTest
  @CsvSource({
    "250ms, 250000000",
    "0s, 0",
    "1.5s, 1500000000",
    "0.25m, 15000000000",
    "1440m, 86400000000000",
    "24h, 86400000000000",
    "0.5h, 1800000000000",
    "0.0000005s, 500"
  })
  void readsDelays(String text, long nanos) {
    assertThat(FaultSpec.parse("slow:1@" + text))
        .isEqualTo(FaultSpec.none().some(1, Fault.slow(Duration.ofNanos(nanos))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "slow:3@30s,crash:1,lie:2@noise",
        "slow:worker5@0.25s,crash:1@3,crash:worker0@3+2,crash:2@0+1",
        "lie:worker0@nan,slow:1@86400s,slow:1@0.000000001s"
      })
  void writesWhatItReads(String text) {
    assertThat(FaultSpec.parse(text)).hasToString(text);
    assertThat(FaultSpec.parse(FaultSpec.parse(text).toString())).isEqualTo(FaultSpec.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''               | character 1  | slow:WHO@DELAY",
        "crash:1,         | character 9  | slow:WHO@DELAY",
        "crash            | 'crash'      | crash:WHO",
        "crash:1,slwo:3@2s| character 9: 'slwo' is no fault | slow:WHO@DELAY",
        "crash:0          | 0 workers    | a number of workers from 1",
        "crash:-1         | '-1' names   | a number of workers from 1",
        "crash:node3      | 'node3'      | such as worker5",
        "crash:9999999999 | '9999999999' | a number of workers from 1",
        "slow:3           | the delay is missing | slow:WHO@DELAY",
        "slow:3@30        | '30' is no delay     | in ms, s, m or h",
        "slow:3@-1s       | '-1s' is no delay    | in ms, s, m or h",
        "slow:3@2d        | '2d' is no delay     | in ms, s, m or h",
        "slow:3@1441m     | 1441m is too long    | 0s to 86400s",
        "slow:3@999999999m| is too long          | 0s to 86400s",
        "crash:1@x        | 'x' is no crash      | such as 3 or 3+2",
        "crash:1@3+0      | '3+0' is no crash    | such as 3 or 3+2",
        "lie:1,lie:2@loud | character 7: 'loud' is no way to lie"
            + " | noise, flip, swap, stale, shape, nan",
        "lie:1@nan@flip   | 'lie:1@nan@flip'     | lie:WHO[@WAY]",
        "lie:worker1,crash:worker1 | worker 1 is named twice | at most one fault"
      })
  void refusesAnythingElse(String text, String where, String legal) {
    assertThatThrownBy(() -> FaultSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(where)
        .hasMessageContaining(legal);
  }

  @Test
  void picksDistinctWorkersByTheSeed() {
    FaultSpec spec = FaultSpec.parse("slow:2@1s,crash:1,lie:worker3,lie:1@nan");
    Set<SortedMap<Integer, Fault>> seen = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      SortedMap<Integer, Fault> faults = spec.assign(5, Randomness.insecure(seed));
      assertThat(faults).as("seed %d", seed).hasSize(5);
      assertThat(faults.get(3)).isEqualTo(Fault.lie(Fault.Way.NOISE));
      assertThat(faults.values().stream().filter(Fault.Slow.class::isInstance)).hasSize(2);
      assertThat(faults.values().stream().filter(Fault.Crash.class::isInstance)).hasSize(1);
      assertThat(spec.assign(5, Randomness.insecure(seed))).isEqualTo(faults);
      seen.add(faults);
    }
    assertThat(seen).as("every one of the 4!/2! assignments").hasSize(12);
  }

  @Test
  void refusesMoreFaultsThanWorkers() {
    assertThatThrownBy(() -> FaultSpec.parse("slow:3@1s,crash:2").assign(4, randomness()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'slow:3@1s,crash:2' has 5 faulty workers; the cluster has 4 workers");
    assertThatThrownBy(() -> FaultSpec.parse("lie:worker4").assign(4, randomness()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names worker 4; the cluster has workers 0 to 3");
    assertThat(FaultSpec.none().assign(4, randomness())).isEqualTo(Map.of());
  }

  @Test
  void checksFaultsMadeInCode() {
    assertThatThrownBy(() -> Fault.slow(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.001s");
    assertThatThrownBy(() -> Fault.slow(Duration.ofHours(25)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fault.Crash(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fault.Crash(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FaultSpec.none().some(0, Fault.crash()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FaultSpec.none().worker(-1, Fault.crash()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Randomness randomness() {
    return Randomness.insecure(1);
  }
}
