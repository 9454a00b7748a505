package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.codes.catalog.CodeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lagrid plan}: every code is there, or says why not. */
final class PlanTest {

  @TempDir private Path folder;

  private static JsonNode json(String... args) throws IOException {
    Shell.Result result = Shell.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(result.out());
  }

  @Test
  void everyCodeHasItsFieldsOrItsReason() throws IOException {
    JsonNode json = json("plan", "multiply", "600x500", "500x400", "--json");
    Set<String> codes = new HashSet<>();
    double last = 0;
    int chosen = 0;
    for (JsonNode plan : json.get("plans")) {
      codes.add(plan.get("code").asText());
      assertThat(plan.fieldNames())
          .toIterable()
          .contains(
              "code",
              "parameters",
              "recoveryThreshold",
              "storage",
              "upload",
              "download",
              "work",
              "errorBound",
              "leakageBits",
              "expectedSeconds",
              "applicable",
              "reason");
      if (plan.get("applicable").asBoolean()) {
        assertThat(plan.get("reason").isNull()).isTrue();
        assertThat(plan.get("expectedSeconds").asDouble()).isGreaterThanOrEqualTo(last);
        last = plan.get("expectedSeconds").asDouble();
        assertThat(plan.get("errorBound").asDouble()).isPositive();
        chosen += plan.get("chosen").asBoolean() ? 1 : 0;
      } else {
        assertThat(plan.get("reason").asText()).isNotEmpty();
        assertThat(plan.get("expectedSeconds").isNull()).isTrue();
      }
    }
    assertThat(chosen).isEqualTo(1);
    CodeCatalog.standard()
        .families()
        .forEach(family -> assertThat(codes).contains(family.description().name()));
  }

  @Test
  void privacyMeansExactArithmeticAndNoLeak() throws IOException {
    JsonNode json =
        json("plan", "multiply", "60x60", "60x60", "--colluders", "1", "--workers", "15", "--json");
    assertThat(json.get("arithmetic").asText()).isEqualTo("exact");
    JsonNode best = json.get("plans").get(0);
    assertThat(best.get("leakageBits").asDouble()).isZero();
    assertThat(best.get("errorBound").asDouble()).isBetween(0.0, 1e-13);
  }

  @Test
  void theTableNamesWhatIsRefusedAndWhetherCodingPays() throws Exception {
    Path report = folder.resolve("plan.html");
    Shell.Result result =
        Shell.run(
            "plan",
            "multiply",
            "2000x2000",
            "2000x2000",
            "--slowness",
            "bimodal:0.1,1,50",
            "--speed",
            "0.01",
            "--report",
            report.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("2000×2000 times 2000×2000 on 12 workers, tolerating 2 stragglers")
        .contains("uncoded: every answer is needed")
        .contains("coding pays: ");
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    assertThat(Files.readString(report)).contains("The codes side by side");

    Shell.Result even =
        Shell.run("plan", "multiply", "2000x2000", "2000x2000", "--slowness", "constant:1");
    assertThat(even.out()).contains("do not code this for speed: uncoded is expected to take");
  }

  @Test
  void plansThatMoveTooMuchAreRefused() throws IOException {
    JsonNode json = json("plan", "multiply", "600x600", "600x600", "--traffic", "1e7", "--json");
    int refused = 0;
    for (JsonNode plan : json.get("plans")) {
      if (plan.get("applicable").asBoolean()) {
        assertThat(plan.get("uploadBytes").asDouble() + plan.get("downloadBytes").asDouble())
            .isLessThanOrEqualTo(1e7);
      } else if (plan.get("reason").asText().contains("the cap is 10000000")) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void whereNothingFitsOnlyReasonsAreLeft() throws IOException {
    JsonNode json = json("plan", "multiply", "600x600", "600x600", "--memory", "1000", "--json");
    for (JsonNode plan : json.get("plans")) {
      assertThat(plan.get("applicable").asBoolean()).isFalse();
    }
    assertThat(json.get("plans").get(0).get("reason").asText()).contains("the cap is 1000");
  }

  @Test
  void refusalsAreOneLine() {
    for (String line :
        new String[] {
          "plan multiply 6x6 6x6 --speed 0",
          "plan multiply 6x6 6x6 --memory 0",
          "plan multiply 6x6 6x6 --slowness x",
          "plan multiply 6x6 6x6 --code nosuch",
          "plan multiply 6x6"
        }) {
      Shell.Result result = Shell.run(line.split(" "));
      assertThat(result.exitCode()).as(line).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(result.err().lines()).as(line).hasSize(1);
    }
  }
}
