package io.lagrid.cli.run;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.cli.cluster.FoundClusters;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.PieceCluster;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import java.time.Duration;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a computation runs, what it tolerates, and how it is coded. */
public final class RunOptions {

  private static final String SIMULATED = "sim:";
  private static final int MOST_PIECES = 1000;

  @Mixin private CodingOptions coding = new CodingOptions();

  @Option(
      names = "--bits",
      paramLabel = "L",
      description =
          "Fractional bits when floats go through exact arithmetic (default: from the operands).")
  private @Nullable Integer bits;

  @Option(
      names = "--cluster",
      paramLabel = "URI",
      defaultValue = "local",
      description =
          "Where the workers run: local, threads of this process (default); sim[:MODEL], in virtual"
              + " time with the delays of lagrid simulate; spark://HOST:PORT, or spark under"
              + " spark-submit, executors of Spark.")
  private String cluster = "local";

  @Option(
      names = "--inject",
      paramLabel = "SPEC",
      converter = Converters.OfFaults.class,
      description =
          "Faults to try out, comma-separated: slow:3@30s, crash:1, lie:2, slow:worker5@2s.")
  private FaultSpec faults = FaultSpec.none();

  @Option(
      names = "--pieces",
      paramLabel = "Q",
      defaultValue = "1",
      description =
          "Cut every worker's task into so many pieces that count one by one (default:"
              + " ${DEFAULT-VALUE}); reports then speak of pieces.")
  private int pieces = 1;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = Converters.OfDuration.class,
      description = "Give up after so long, such as 30s (default: never).")
  private @Nullable Duration timeout;

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
    Settings settings = coding.settings();
    if (pieces != 1) {
      long cap = settings.caps().memoryPerWorker();
      long held = cap == Long.MAX_VALUE ? cap : Math.max(1, cap / pieces);
      settings =
          settings.withTolerance(loads().inPieces(settings.tolerance())).withMemoryPerWorker(held);
    }
    if (bits != null) {
      settings = settings.withBits(bits);
    }
    return timeout == null ? settings : settings.withTimeout(timeout);
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
    Long shared = coding.givenSeed();
    if (shared == null) {
      throw new BadInputException("--insecure-seed needs a number, or --seed with one");
    }
    return standard.withInsecureSeed(shared);
  }

  private Loads loads() {
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new BadInputException(
          "--pieces is %d; legal are 1 to %d".formatted(pieces, MOST_PIECES));
    }
    return Loads.even(coding.workers(), pieces);
  }

  /** A new cluster, with its faults and pieces. */
  public Cluster openCluster() {
    Loads loads = loads();
    Cluster faulty = openFaulty();
    return pieces == 1 ? faulty : PieceCluster.around(faulty, loads);
  }

  private Cluster openFaulty() {
    Cluster sound = openSound();
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

  private Cluster openSound() {
    if (cluster.equals("local")) {
      return LocalCluster.of(coding.workers());
    }
    if (cluster.equals("sim")) {
      return simulated(new Distribution.ShiftedExponential(1, 5));
    }
    if (cluster.startsWith(SIMULATED)) {
      return simulated(DelayText.parse(cluster.substring(SIMULATED.length())));
    }
    return FoundClusters.open(cluster, coding.workers(), "local", "sim", "sim:MODEL");
  }

  private Cluster simulated(DelayModel delays) {
    try {
      return SimulatedCluster.builder(coding.workers(), delays, insecureRandomness()).open();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--cluster %s: %s".formatted(cluster, e.getMessage()));
    }
  }

  private Randomness insecureRandomness() {
    return Randomness.insecure(coding.seed());
  }

  /** Tells if workers will lie although no liar is to be tolerated. */
  public void warnOfLies(Terminal terminal) {
    if (liesUnchecked()) {
      terminal
          .err()
          .println("lagrid: workers will lie, but --adversaries is 0: the result may be wrong");
    }
  }

  private boolean liesUnchecked() {
    Settings settings = coding.settings();
    return settings.tolerance().adversaries() == 0
        && settings.verification() != Settings.Verification.FREIVALDS
        && faults.toString().contains("lie:");
  }
}
