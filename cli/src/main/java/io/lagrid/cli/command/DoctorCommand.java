package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.profile.KernelTimes;
import io.lagrid.cli.profile.LinkTimes;
import io.lagrid.cli.profile.ProfileFile;
import io.lagrid.cli.profile.TaskTimes;
import io.lagrid.cli.report.Figures;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.cluster.sim.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lagrid doctor}: what this machine offers, how fast it is, and what is missing. */
@Command(
    name = "doctor",
    description = "Say which JDK and kernels are active, how fast they are, and what is missing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DoctorCommand implements Runnable {

  private static final int SIZE = 512;
  private static final long WARM_UP_NANOS = 300_000_000;
  private static final long MEASURED_NANOS = 300_000_000;

  private final Terminal terminal;

  @Mixin private OutputOptions.Telling telling = new OutputOptions.Telling();

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Time four hundred tasks on one core, messages and memory, and write what they say of workers"
              + " to a file, for lagrid plan and lagrid multiply.")
  private @Nullable Path profile;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    telling.apply();
    AtomicFile file = profile == null ? null : AtomicFile.at(profile);
    Kernels kernels = Kernels.fastest();
    double real = gigaMultiplyAdds(kernels, RealField.instance());
    double modular = gigaMultiplyAdds(kernels, PrimeField.of(Primes.largest(1).get(0)));
    if (file != null) {
      TaskTimes times = new KernelTimes(terminal.clock()).measure();
      Network links = new LinkTimes(terminal.clock()).measure();
      file.write(Json.line(ProfileFile.of(times, links)) + "\n");
    }
    List<String> missing = missing();
    if (telling.json()) {
      terminal.out().println(Json.line(object(kernels, real, modular, missing)));
      return;
    }
    Runtime runtime = Runtime.getRuntime();
    line("lagrid", Version.number());
    line("JDK", "%s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name")));
    line("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    line("cores", Integer.toString(runtime.availableProcessors()));
    line("heap", "at most " + Figures.bytes(runtime.maxMemory()));
    line(
        "kernels",
        "%s (available: %s)".formatted(kernels.name(), String.join(", ", Kernels.available())));
    line("real", speed(real));
    line("modular", speed(modular));
    if (missing.isEmpty()) {
      line("missing", "nothing");
    }
    missing.forEach(what -> line("missing", what));
  }

  private void line(String name, String value) {
    terminal.out().println("%-9s %s".formatted(name, value));
  }

  private static String speed(double giga) {
    return "%s G multiply-adds/s on one core (product of %d×%d matrices)"
        .formatted(Figures.significant(giga), SIZE, SIZE);
  }

  private static List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!Kernels.available().contains("vector")) {
      missing.add(
          "the Vector API: start lagrid by ./lagrid, or java with --add-modules jdk.incubator.vector");
    }
    return missing;
  }

  private double gigaMultiplyAdds(Kernels kernels, Field field) {
    Randomness randomness = Randomness.insecure(SIZE);
    PrimeField entries = PrimeField.of(Primes.largest(1).get(0));
    Matrix a = random(entries, randomness);
    Matrix b = random(entries, randomness);
    Matrix c = Matrix.zeros(SIZE, SIZE);
    repeat(kernels, field, List.of(a, b, c), WARM_UP_NANOS);
    return repeat(kernels, field, List.of(a, b, c), MEASURED_NANOS);
  }

  private static Matrix random(PrimeField field, Randomness randomness) {
    double[] data = new double[SIZE * SIZE];
    randomness.fill(field, data, 0, data.length);
    return Matrix.of(SIZE, SIZE, data);
  }

  private double repeat(Kernels kernels, Field field, List<Matrix> abc, long nanos) {
    long start = terminal.clock().nanos();
    long elapsed = 0;
    int products = 0;
    do {
      kernels.multiply(field, abc.get(0), abc.get(1), abc.get(2), Cancellation.never());
      products++;
      elapsed = terminal.clock().nanos() - start;
    } while (elapsed < nanos);
    return (double) products * SIZE * SIZE * SIZE / elapsed;
  }

  private static ObjectNode object(
      Kernels kernels, double real, double modular, List<String> missing) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", Version.number());
    json.put("jdk", Runtime.version().toString());
    json.put("cores", Runtime.getRuntime().availableProcessors());
    json.put("heapBytes", Runtime.getRuntime().maxMemory());
    json.put("kernels", kernels.name());
    ArrayNode available = json.putArray("available");
    Kernels.available().forEach(available::add);
    json.putObject("gigaMultiplyAddsPerSecond").put("real", real).put("modular", modular);
    ArrayNode wanting = json.putArray("missing");
    missing.forEach(wanting::add);
    return json;
  }
}
