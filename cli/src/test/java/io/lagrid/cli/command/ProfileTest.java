package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile's way from the run that measured it to the next run's report. */
final class ProfileTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @BeforeEach
  void operands() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "1.5,2\n3,4\n5,6\n");
    Files.writeString(folder.resolve("b.csv"), "1.5,0\n0,1\n");
    Files.writeString(
        folder.resolve("profile.json"),
        "{\"gigaMultiplyAddsPerSecond\":2,\"slowness\":\"constant:1\"}");
  }

  private Shell.Result multiply(String... further) {
    String[] line = {
      "multiply",
      folder.resolve("a.csv").toString(),
      folder.resolve("b.csv").toString(),
      "-o",
      folder.resolve("c.npy").toString(),
      "--workers",
      "4",
      "--stragglers",
      "1"
    };
    String[] all = java.util.Arrays.copyOf(line, line.length + further.length);
    System.arraycopy(further, 0, all, line.length, further.length);
    return Shell.run(all);
  }

  @Test
  void aRunIsComparedWithItsForecast() throws IOException {
    Path report = folder.resolve("report.html");
    String profile = folder.resolve("profile.json").toString();
    Shell.Result text = multiply("--profile", profile, "--report", report.toString());
    assertThat(text.err()).isEmpty();
    assertThat(text.out()).contains("forecast: ").contains("times as long");
    assertThat(Files.readString(report)).contains("forecast: ");
    JsonNode json = JSON.readTree(multiply("--profile", profile, "--json").out());
    assertThat(json.path("forecast").path("expectedSeconds").asDouble()).isPositive();
    assertThat(json.path("forecast").path("measuredSeconds").asDouble()).isPositive();
  }

  @Test
  void doctorWritesAProfile() throws IOException {
    Path profile = folder.resolve("here.json");
    Shell.Result doctor = Shell.run("doctor", "--profile", profile.toString());
    assertThat(doctor.err()).isEmpty();
    JsonNode json = JSON.readTree(Files.readString(profile));
    assertThat(json.path("gigaMultiplyAddsPerSecond").asDouble()).isPositive();
    assertThat(json.path("slowness").asText()).startsWith("shiftexp:1,");
    assertThat(json.path("latencySeconds").asDouble()).isBetween(1e-8, 1.0);
    assertThat(json.path("bytesPerSecond").asDouble()).isBetween(1e6, 1e12);
    assertThat(multiply("--profile", profile.toString()).out()).contains("forecast: ");
  }

  @Test
  void whatARunPrintsIsAProfile() throws IOException {
    Path run = folder.resolve("run.json");
    Files.writeString(run, multiply("--json").out());
    assertThat(multiply("--profile", run.toString()).out()).contains("forecast: ");
    Shell.Result plan =
        Shell.run("plan", "multiply", "200x200", "200x200", "--profile", run.toString());
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out()).contains("entangled");
  }

  /** One model forecasts every operation: the workload that its plans were compared by. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "multiply A B",
        "convolve A B",
        "contract ij,jk->ik A B",
        "contract ij,ij->ij A A",
        "evaluate gram A",
        "evaluate x^2 A --colluders 1",
        "map tanh A"
      })
  void everyOperationIsForecastAndItsRunsAreProfiles(String words) throws IOException {
    String line =
        words
            .replaceAll("\\bA\\b", folder.resolve("a.csv").toString())
            .replaceAll("\\bB\\b", folder.resolve("b.csv").toString());
    List<String> run = new ArrayList<>(List.of(line.split(" ")));
    run.addAll(List.of("-o", folder.resolve("c.npy").toString(), "--workers", "6", "--json"));
    Path earlier = Files.writeString(folder.resolve("run.json"), done(run).out());
    double multiplyAdds = JSON.readTree(earlier.toFile()).path("workMultiplyAdds").asDouble();
    assertThat(multiplyAdds).isPositive();

    String profile = folder.resolve("profile.json").toString(); // nothing varies, links are instant
    Files.writeString(
        folder.resolve("profile.json"),
        "{\"gigaMultiplyAddsPerSecond\":1e-3,\"slowness\":\"constant:1\",\"latencySeconds\":0,"
            + "\"bytesPerSecond\":1e300}");
    run.addAll(List.of("--profile", profile));
    JsonNode forecast = JSON.readTree(done(run).out()).path("forecast");
    double share = Math.max(1, 6.0 / Runtime.getRuntime().availableProcessors());
    assertThat(forecast.path("expectedSeconds").asDouble())
        .as("a task at 10^6 multiply-adds a second, and coding")
        .isGreaterThanOrEqualTo(multiplyAdds * 1e-6 * share * (1 - 1e-9));
    assertThat(forecast.path("measuredSeconds").asDouble()).isPositive();

    run.remove("--json");
    run.set(run.size() - 1, earlier.toString());
    Path report = folder.resolve("report.html");
    run.addAll(List.of("--report", report.toString()));
    assertThat(done(run).out()).contains("forecast: ").contains("times as long");
    assertThat(Files.readString(report)).contains("forecast: ");
  }

  private static Shell.Result done(List<String> line) {
    Shell.Result result = Shell.run(line.toArray(new String[0]));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result;
  }

  @Test
  void tasksCanBeCutIntoPieces() throws IOException {
    JsonNode json =
        JSON.readTree(
            multiply("--pieces", "3", "--code", "mds", "--arithmetic", "exact", "--json").out());
    assertThat(json.path("workers").asInt()).isEqualTo(12);
    assertThat(json.path("stragglers").asInt()).isEqualTo(3);
    assertThat(json.path("recoveryThreshold").asInt()).isLessThanOrEqualTo(9);
    Shell.Result none = multiply("--pieces", "0");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("--pieces is 0; legal are 1 to 1000");
  }

  @Test
  void aMissingProfileIsSaidBeforeAnythingIsRun() {
    Shell.Result result = multiply("--profile", folder.resolve("none.json").toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("none.json: no such file");
    assertThat(folder.resolve("c.npy")).doesNotExist();
  }
}
