package io.lagrid.cli.run;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.forecast.WorkerProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is known of the workers: how fast, how slow at times, how far away. */
public final class ProfileOptions {

  @Option(
      names = "--speed",
      paramLabel = "GIGA",
      description =
          "10^9 multiply-adds a second of a worker, as lagrid doctor measures them (default: 5).")
  private @Nullable Double speed;

  @Option(
      names = "--slowness",
      paramLabel = "MODEL",
      description =
          "By which factor tasks take longer; a model as of lagrid simulate (default:"
              + " shiftexp:1,5).")
  private @Nullable String slowness;

  @Mixin private LinkOptions links = new LinkOptions();

  /**
   * The profile; 1 ms and 125·10^6 bytes a second where the user said nothing of links.
   *
   * @throws BadInputException if there are no such workers
   */
  public WorkerProfile profile() {
    WorkerProfile profile =
        WorkerProfile.TYPICAL.withNetwork(links.network(WorkerProfile.TYPICAL.network()));
    Double giga = speed;
    if (giga != null) {
      if (!(giga > 0 && giga < Double.POSITIVE_INFINITY)) {
        throw new BadInputException("--speed is %s; legal are positive numbers".formatted(giga));
      }
      profile = profile.withSecondsPerMultiplyAdd(1e-9 / giga);
    }
    String model = slowness;
    return model == null ? profile : profile.withSlowness(DelayText.parse(model));
  }
}
