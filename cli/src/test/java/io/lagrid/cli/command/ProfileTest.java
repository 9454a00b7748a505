package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
