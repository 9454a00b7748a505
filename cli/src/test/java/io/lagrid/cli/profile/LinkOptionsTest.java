package io.lagrid.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.engine.cluster.sim.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class LinkOptionsTest {

  @Command
  private static final class Asked {
    @Mixin LinkOptions links = new LinkOptions();
  }

  /** The last one is longer than 2^63 nanoseconds. */
  @ParameterizedTest
  @CsvSource({"5ms, 0.005", "1.5m, 90", "999999999h, 3599999996400"})
  void latenciesOfAllLengthsAreSeconds(String latency, double seconds) {
    Asked asked = new Asked();
    new CommandLine(asked).parseArgs("--latency", latency);
    Network network = asked.links.network();
    assertThat(network.latencySeconds()).isCloseTo(seconds, within(1e-9 * seconds));
  }
}
