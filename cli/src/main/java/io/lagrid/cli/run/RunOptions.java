package io.lagrid.cli.run;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.cli.cluster.FoundClusters;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import java.time.Duration;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a computation runs, what it tolerates, and how it is coded. */
public final class RunOptions {

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
      names = "--bits",
      paramLabel = "L",
      description =
          "Fractional bits when floats go through exact arithmetic (default: from the operands).")
  private @Nullable Integer bits;

  @Option(
      names = "--verify",
      paramLabel = "freivalds|none",
      converter = Converters.OfVerification.class,
      completionCandidates = Converters.OfVerification.Candidates.class,
      description = "Check each answer on arrival (default: freivalds when A > 0).")
  private Settings.@Nullable Verification verification;

  @Option(
      names = "--cluster",
      paramLabel = "URI",
      defaultValue = "local",
      description =
          "Where the workers run: local, threads of this process (default); spark://HOST:PORT, or"
              + " spark under spark-submit, executors of Spark.")
  private String cluster = "local";

  @Option(
      names = "--inject",
      paramLabel = "SPEC",
      converter = Converters.OfFaults.class,
      description =
          "Faults to try out, comma-separated: slow:3@30s, crash:1, lie:2, slow:worker5@2s.")
  private FaultSpec faults = FaultSpec.none();

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = Converters.OfDuration.class,
      description = "Give up after so long, such as 30s (default: never).")
  private @Nullable Duration timeout;

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Repeats everything random that is not a secret (default: random).")
  private @Nullable Long seed;

  @Option(
      names = "--insecure-seed",
      paramLabel = "K",
      arity = "0..1",
      parameterConsumer = SeedConsumer.class,
      description =
          "Repeats the secrets too, from K or the seed: neither private nor safe from liars.")
  private @Nullable Long insecureSeed;

  /** Takes the next word only if it is a number: it may as well be the next operand. */
  static final class SeedConsumer implements IParameterConsumer {

    /** Stands for no number; users cannot write it, as it has 19 digits. */
    static final long NOT_GIVEN = Long.MIN_VALUE;

    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
      boolean given = !words.isEmpty() && words.peek().matches("-?\\d{1,18}");
      option.setValue(given ? Long.valueOf(words.pop()) : Long.valueOf(NOT_GIVEN));
    }
  }

  /** What the engine is asked for. */
  public Settings settings() {
    Settings settings = Settings.DEFAULT.withTolerance(tolerance());
    if (!code.equals("auto")) {
      settings = settings.withCode(code);
    }
    if (partition != null) {
      settings = settings.withPartition(partition);
    }
    if (arithmetic != null) {
      settings = settings.withArithmetic(arithmetic);
    }
    if (bits != null) {
      settings = settings.withBits(bits);
    }
    if (verification != null) {
      settings = settings.withVerification(verification);
    }
    return timeout == null ? settings : settings.withTimeout(timeout);
  }

  private Tolerance tolerance() {
    atLeastZero("--stragglers", stragglers);
    atLeastZero("--adversaries", adversaries);
    atLeastZero("--colluders", colluders);
    return new Tolerance(stragglers, adversaries, colluders);
  }

  private static void atLeastZero(String option, int count) {
    if (count < 0) {
      throw new BadInputException("%s is %d; legal are 0 and above".formatted(option, count));
    }
  }

  /** Secrets and kernels. */
  public Environment environment() {
    Environment standard = Environment.standard();
    Long secret = insecureSeed;
    if (secret == null) {
      return standard;
    }
    if (secret != SeedConsumer.NOT_GIVEN) {
      return standard.withInsecureSeed(secret);
    }
    Long shared = seed;
    if (shared == null) {
      throw new BadInputException("--insecure-seed needs a number, or --seed with one");
    }
    return standard.withInsecureSeed(shared);
  }

  /** A new cluster, with its faults. */
  public Cluster openCluster() {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new BadInputException(
          "--workers is %d; legal are 1 to %d".formatted(workers, MOST_WORKERS));
    }
    Cluster sound =
        cluster.equals("local")
            ? LocalCluster.of(workers)
            : FoundClusters.open(cluster, workers, "local");
    if (faults.entries().isEmpty()) {
      return sound;
    }
    try {
      return FaultyCluster.around(sound, faults, insecureRandomness());
    } catch (IllegalArgumentException e) {
      sound.close();
      throw new BadInputException("--inject: " + e.getMessage());
    }
  }

  private Randomness insecureRandomness() {
    Long given = seed;
    return Randomness.insecure(given == null ? Randomness.secure().nextLong() : given);
  }

  /** Workers that will lie although no liar is to be tolerated. */
  public boolean liesUnchecked() {
    return adversaries == 0
        && verification != Settings.Verification.FREIVALDS
        && faults.toString().contains("lie:");
  }
}
