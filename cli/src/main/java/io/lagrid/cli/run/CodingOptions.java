package io.lagrid.cli.run;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many workers there are, what is to be tolerated, and by which code. */
public final class CodingOptions {

  private static final int MOST_WORKERS = 4096;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "12",
      description = "Workers in the cluster (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--stragglers",
      paramLabel = "S",
      defaultValue = "2",
      description = "Workers that may never answer (default: ${DEFAULT-VALUE}).")
  private int stragglers;

  @Option(
      names = "--adversaries",
      paramLabel = "A",
      defaultValue = "0",
      description = "Workers that may answer wrongly (default: ${DEFAULT-VALUE}).")
  private int adversaries;

  @Option(
      names = "--colluders",
      paramLabel = "T",
      defaultValue = "0",
      description =
          "Workers that may pool what they receive and learn nothing (default: ${DEFAULT-VALUE}).")
  private int colluders;

  @Option(
      names = "--code",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "A code that lagrid codes lists, or auto (default: ${DEFAULT-VALUE}).")
  private String code = "auto";

  @Option(
      names = "--partition",
      paramLabel = "PxMxN",
      converter = Converters.OfPartition.class,
      description = "Split of the shared, left and right dimension (default: planner).")
  private @Nullable Partition partition;

  @Option(
      names = "--arithmetic",
      paramLabel = "exact|real",
      converter = Converters.OfArithmetic.class,
      completionCandidates = Converters.OfArithmetic.Candidates.class,
      description =
          "Residues (exact, private) or floating point (default: exact for integers or when T > 0,"
              + " else real).")
  private Settings.@Nullable ArithmeticChoice arithmetic;

  @Option(
      names = "--verify",
      paramLabel = "freivalds|none",
      converter = Converters.OfVerification.class,
      completionCandidates = Converters.OfVerification.Candidates.class,
      description = "Check each answer on arrival (default: freivalds when A > 0).")
  private Settings.@Nullable Verification verification;

  @Option(
      names = "--memory",
      paramLabel = "BYTES",
      description = "The most bytes a worker may hold, such as 2e9 (default: any).")
  private double memory = Double.POSITIVE_INFINITY;

  @Option(
      names = "--traffic",
      paramLabel = "BYTES",
      description = "The most bytes sent and received in all, such as 1e10 (default: any).")
  private double traffic = Double.POSITIVE_INFINITY;

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Repeats everything random that is not a secret (default: random).")
  private @Nullable Long seed;

  private @Nullable Long drawn;

  /** What the engine is asked for. */
  public Settings settings() {
    Settings settings =
        Settings.DEFAULT
            .withTolerance(tolerance())
            .withMemoryPerWorker((long) atLeastOne("--memory", memory))
            .withTraffic(atLeastOne("--traffic", traffic));
    if (!code.equals("auto")) {
      settings = settings.withCode(code);
    }
    if (partition != null) {
      settings = settings.withPartition(partition);
    }
    if (arithmetic != null) {
      settings = settings.withArithmetic(arithmetic);
    }
    return verification == null ? settings : settings.withVerification(verification);
  }

  /**
   * N.
   *
   * @throws BadInputException if it is out of range
   */
  public int workers() {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new BadInputException(
          "--workers is %d; legal are 1 to %d".formatted(workers, MOST_WORKERS));
    }
    return workers;
  }

  /** The seed the user gave, if any. */
  public @Nullable Long givenSeed() {
    return seed;
  }

  /** The seed the user gave, else a random one, the same at every call. */
  public long seed() {
    Long known = seed == null ? drawn : seed;
    if (known == null) {
      known = Randomness.secure().nextLong() >>> 32; // short enough to be typed again
      drawn = known;
    }
    return known;
  }

  private Tolerance tolerance() {
    atLeastZero("--stragglers", stragglers);
    atLeastZero("--adversaries", adversaries);
    atLeastZero("--colluders", colluders);
    return new Tolerance(stragglers, adversaries, colluders);
  }

  private static double atLeastOne(String option, double bytes) {
    if (!(bytes >= 1)) {
      throw new BadInputException("%s is %s; legal are 1 and above".formatted(option, bytes));
    }
    return bytes;
  }

  private static void atLeastZero(String option, int count) {
    if (count < 0) {
      throw new BadInputException("%s is %d; legal are 0 and above".formatted(option, count));
    }
  }
}
