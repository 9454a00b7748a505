package io.lagrid.cli.profile;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.DelayText;
import io.lagrid.engine.forecast.WorkerProfile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is known of the workers: how fast, how slow at times, how far away. */
public final class ProfileOptions {

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Workers as lagrid doctor --profile measured them, or what runs printed with --json.")
  private @Nullable Path file;

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
   * The profile: the file's, or else a typical one, and what the user said besides.
   *
   * @throws BadInputException if there are no such workers
   */
  public WorkerProfile profile() {
    WorkerProfile known = file == null ? WorkerProfile.TYPICAL : ProfileFile.read(file);
    WorkerProfile profile = known.withNetwork(links.network(known.network()));
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
