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
import javax.imageio.ImageIO;
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
  void stableRealCodesHaveRowsWithPrecisionAndLeakage() throws IOException {
    JsonNode open = json("plan", "multiply", "60x60", "60x60", "--arithmetic", "real", "--json");
    Set<String> precise = new HashSet<>();
    Set<String> conditioned = new HashSet<>();
    for (JsonNode plan : open.get("plans")) {
      if (plan.get("applicable").asBoolean()) {
        assertThat(plan.get("errorBound").asDouble()).isBetween(1e-17, 1e-6);
        assertThat(plan.get("leakageBits").isNull()).isTrue();
        JsonNode precision = plan.get("precision");
        JsonNode bound = precision.get("errorBound");
        assertThat(bound.get("worst")).isEqualTo(plan.get("errorBound"));
        assertThat(bound.get("typical").asDouble()).isBetween(1e-17, bound.get("worst").asDouble());
        if (precision.has("conditionNumber")) {
          JsonNode condition = precision.get("conditionNumber");
          assertThat(condition.get("typical").asDouble())
              .isBetween(1 - 1e-9, condition.get("worst").asDouble());
          conditioned.add(plan.get("code").asText());
        }
        precise.add(plan.get("code").asText());
      }
    }
    assertThat(conditioned)
        .containsExactlyInAnyOrder(
            "rotation",
            "circulant",
            "orthopoly",
            "orthomatdot",
            "lagrange-chebyshev",
            "analog-lcc");
    assertThat(precise)
        .contains(
            "rotation",
            "circulant",
            "orthopoly",
            "orthomatdot",
            "lagrange-chebyshev",
            "analog-lcc");

    double[] bits = new double[2];
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      String noise = i == 0 ? "1" : "100";
      JsonNode hidden =
          json(
              ("plan multiply 60x60 60x60 --arithmetic real --colluders 1 --json --masking-noise "
                      + noise)
                  .split(" "));
      JsonNode best = hidden.get("plans").get(0);
      assertThat(best.get("code").asText()).isEqualTo("analog-lcc");
      bits[i] = best.get("leakageBits").asDouble();
      errors[i] = best.get("errorBound").asDouble();
    }
    assertThat(errors[1]).as("what hides more is less precise").isGreaterThan(100 * errors[0]);
    assertThat(bits[1]).isPositive().isLessThan(bits[0] / 10);
  }

  @Test
  void estimatesTellTheirPrecisionAndWhatLeaks() throws IOException {
    JsonNode json = json("plan map tanh 100x4 --workers 40 --colluders 1 --json".split(" "));
    JsonNode best = json.get("plans").get(0);
    assertThat(best.get("chosen").asBoolean()).isTrue();
    assertThat(best.get("recoveryThreshold").asInt()).as("any number").isEqualTo(2);
    assertThat(best.get("answers").asInt()).isEqualTo(38);
    assertThat(best.get("errorBound").isNull()).isTrue();
    assertThat(best.get("relativeError").asDouble()).isBetween(1e-6, 1.0);
    assertThat(best.get("leakageBits").asDouble()).isPositive();
    Shell.Result table = Shell.run("plan map tanh 100x4 --workers 40 --colluders 1".split(" "));
    assertThat(table.out()).contains("≈0.", " bits", "38 of 40").doesNotContain("fastest at");
  }

  @Test
  void everyOperationHasItsPlot() throws Exception {
    Path plot = folder.resolve("plot.svg");
    for (String line :
        new String[] {
          "multiply 60x60 60x60 | MatDot",
          "convolve 300 300 | coded convolution: p + q − 1",
          "contract ij,ij->ij 9x9 9x9 | A = 1, T = 3",
          "evaluate gram 90x6 --workers 9 | A = 1, T = 1",
          "map tanh 100x4 | spline"
        }) {
      String[] parts = line.split(" \\| ", -1);
      draw(parts[0], plot);
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
      assertThat(Files.readString(plot)).as(line).contains("<path", parts[1]);
    }
    Path image = folder.resolve("plot.png");
    draw("convolve 300 300", image);
    assertThat(ImageIO.read(image.toFile()).getWidth()).isEqualTo(1520);
  }

  private static void draw(String words, Path file) {
    Shell.Result result = Shell.run(("plan " + words + " --quiet --plot " + file).split(" "));
    assertThat(result.err()).as(words).isEmpty();
    assertThat(result.exitCode()).as(words).isEqualTo(ExitCode.DONE);
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
        .containsPattern("rotation .* 4\\.0\\de-12  1\\.1\\de-12  +13\\.3 \\(3\\.46\\)")
        .contains("at the worst set of responders, then at a typical one")
        .contains("coding pays: ");
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    assertThat(Files.readString(report))
        .contains("The codes side by side", ">typical</th>", ">condition</th>");

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

  /** Hundreds of plans are on the front here, and the least work is not the fastest. */
  @Test
  void thePlanThatWouldRunIsShownHoweverManyThereAre() {
    Shell.Result result =
        Shell.run("plan", "convolve", "100000", "1000", "--workers", "100", "--stragglers", "16");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out().lines().filter(line -> line.matches("[ *]>convolution .*"))).hasSize(1);
    assertThat(result.out()).contains("24 of ");
  }

  @Test
  void refusalsAreOneLine() {
    for (String line :
        new String[] {
          "plan multiply 6x6 6x6 --speed 0",
          "plan multiply 6x6 6x6 --memory 0",
          "plan multiply 6x6 6x6 --slowness x",
          "plan multiply 6x6 6x6 --code nosuch",
          "plan multiply 6x6",
          "plan multiply 6x6 6x6 --plot plot.gif",
          "plan multiply 6x6 6x6 --plot no/such/folder/plot.png",
          "plan evaluate x^2 9 --plot plot.png --stragglers 12 --partition 2x1x1 --code lt"
        }) {
      Shell.Result result = Shell.run(line.split(" "));
      assertThat(result.exitCode()).as(line).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(result.err().lines()).as(line).hasSize(1);
    }
  }
}
