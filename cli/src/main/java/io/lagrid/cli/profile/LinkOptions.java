package io.lagrid.cli.profile;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.Converters;
import io.lagrid.engine.cluster.sim.Network;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The links to the workers. */
public final class LinkOptions {

  @Option(
      names = "--latency",
      paramLabel = "D",
      converter = Converters.OfDuration.class,
      description = "A message's way to a worker or back, such as 5ms.")
  private @Nullable Duration latency;

  @Option(
      names = "--bandwidth",
      paramLabel = "BYTES",
      description = "Bytes a second on each worker's link, such as 125e6.")
  private @Nullable Double bandwidth;

  /** Links as the user described them, else instant ones. */
  public Network network() {
    return network(Network.INSTANT);
  }

  /**
   * Links as the user described them.
   *
   * @param standard for what the user did not say
   * @throws BadInputException if there are no such links
   */
  public Network network(Network standard) {
    Duration given = latency;
    Double bytes = bandwidth;
    if (bytes != null && !(bytes > 0)) {
      throw new BadInputException("--bandwidth is %s; legal are positive numbers".formatted(bytes));
    }
    return new Network(
        given == null ? standard.latencySeconds() : given.getSeconds() + given.getNano() * 1e-9,
        bytes == null ? standard.bytesPerSecond() : bytes);
  }
}
