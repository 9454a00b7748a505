package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.engine.statistics.OrderStatistics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lagrid simulate}: figures, files and refusals. */
final class SimulateTest {

  private static final String[] PLOTS = {
    "latency", "tail", "rounds", "tolerance", "cost", "speedup"
  };

  @TempDir private Path folder;

  private static JsonNode json(String... args) throws IOException {
    Shell.Result result = Shell.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out().lines()).hasSize(1);
    return new ObjectMapper().readTree(result.out());
  }

  @Test
  void roundsAreThoseOfTheModelsOrderStatistic() throws IOException {
    JsonNode json =
        json(
            "simulate",
            "multiply",
            "600x600",
            "600x600",
            "--delay",
            "shiftexp:1,2",
            "--rounds",
            "5000",
            "--seed",
            "7",
            "--stragglers",
            "3",
            "--json");
    int threshold = json.get("recoveryThreshold").asInt();
    JsonNode round = json.get("roundSeconds");
    assertThat(round.get("mean").asDouble())
        .isCloseTo(
            OrderStatistics.shiftedExponential(threshold, 12, 1, 2),
            within(5 * round.get("standardError").asDouble()));
    assertThat(round.get("p50").asDouble()).isLessThan(round.get("p95").asDouble());
    assertThat(round.get("p95").asDouble()).isLessThan(round.get("p99").asDouble());
    for (String baseline : List.of("uncoded", "replicated", "speculative")) {
      for (String figure : List.of("mean", "p50", "p95", "p99", "work")) {
        assertThat(json.get("baselines").get(baseline).get(figure).isNumber())
            .as("%s %s", baseline, figure)
            .isTrue();
      }
    }
    assertThat(json.get("operation").asText()).isEqualTo("multiply");
    assertThat(json.get("workers").asInt()).isEqualTo(12);
    assertThat(json.get("rounds").asInt()).isEqualTo(5000);
    assertThat(json.get("seed").asInt()).isEqualTo(7);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    String[] args = {
      "simulate", "multiply", "60x60", "60x60", "--delay", "pareto:1.5,1", "--seed", "3"
    };
    assertThat(Shell.run(args)).isEqualTo(Shell.run(args));
  }

  @Test
  void aTraceIsPlayedWhole() throws IOException {
    Path trace = folder.resolve("trace.csv");
    StringBuilder text = new StringBuilder("worker,round,seconds\n");
    for (int worker = 0; worker < 13; worker++) {
      for (int round = 0; round < 4; round++) {
        double seconds = worker == 5 ? 30 : worker + 1;
        text.append(worker).append(',').append(round).append(',').append(seconds).append('\n');
      }
    }
    Files.writeString(trace, text);
    JsonNode json =
        json(
            "simulate",
            "multiply",
            "60x60",
            "60x60",
            "--workers",
            "6",
            "--stragglers",
            "1",
            "--delay",
            "trace:" + trace,
            "--json");
    assertThat(json.get("rounds").asInt()).as("two groups of six workers").isEqualTo(8);
    assertThat(json.get("roundSeconds").get("max").asDouble()).isLessThan(30);
    assertThat(json.get("baselines").get("uncoded").get("max").asDouble()).isGreaterThan(20);
  }

  @Test
  void everyFileIsWritten() throws Exception {
    Path report = folder.resolve("simulation.html");
    Path csv = folder.resolve("rounds.csv");
    Path plots = folder.resolve("new/plots");
    Shell.Result result =
        Shell.run(
            "simulate",
            "multiply",
            "600x600",
            "600x600",
            "--delay",
            "bimodal:0.1,1,10",
            "--rounds",
            "200",
            "--report",
            report.toString(),
            "--csv",
            csv.toString(),
            "--plots",
            plots.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("uncoded, all 12 answers", "replicated, 2 copies", "speculative as Spark 4")
        .contains("work-conserving bound", "stragglers  code");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(201);
    assertThat(lines.get(0))
        .isEqualTo(
            "round,coded,uncoded,speculative,speculativeSpark3,retried,ignoring,replicated,"
                + "partial,adaptive,heterogeneous,rateless,bound");
    for (String plot : PLOTS) {
      BufferedImage image =
          Objects.requireNonNull(ImageIO.read(plots.resolve(plot + ".png").toFile()), plot);
      assertThat(image.getWidth()).isEqualTo(1520);
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(plots.resolve(plot + ".svg").toFile());
    }
    String page = Files.readString(report);
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    assertThat(page.split("class=\"plot\"", -1)).hasSize(PLOTS.length + 1);
    assertThat(page).doesNotContain("http://localhost", "<script", "src=");
  }

  /** Coded chunks are multiplied like polynomials, with less than all work: no bound there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolve 300 300 | convolution | 4 %",
        "contract ij,ij->ij 9x8 9x8 --arithmetic exact | lcc | 20 %",
        "evaluate gram 90x6 --arithmetic exact | lcc | 20 %",
        "map tanh 100x4 | spline | 50 %"
      })
  void everyOperationIsPlayedBesideItsPlainBlocks(String words, String code, String work)
      throws IOException {
    String line = "simulate " + words + " --delay shiftexp:1,2 --rounds 50 --seed 1 --json";
    JsonNode json = json(line.split(" "));
    assertThat(json.get("code").asText()).isEqualTo(code);
    double share = Double.parseDouble(work.replace(" %", "")) / 100;
    assertThat(json.get("work").asDouble()).isEqualTo(share);
    assertThat(json.get("roundSeconds").get("mean").asDouble()).isGreaterThan(1);
    JsonNode others = json.get("baselines");
    for (String baseline : new String[] {"uncoded", "replicated", "speculative"}) {
      assertThat(others.get(baseline).get("mean").asDouble()).as(baseline).isPositive();
    }
    assertThat(others.has("bound")).isEqualTo(!code.equals("convolution"));
    assertThat(others.has("rateless")).isFalse();
    assertThat(json.get("leftOut").get("rateless code").asText()).contains("it codes products");
    assertThat(others.has("partial")).isEqualTo(!words.startsWith("map"));
    assertThat(json.get("leftOut").has("pieces or loads by speed"))
        .isEqualTo(words.startsWith("map"));
  }

  @Test
  void whoNeverAnswersIsNull() throws IOException {
    JsonNode json =
        json(
            "simulate",
            "multiply",
            "60x60",
            "60x60",
            "--delay",
            "constant:1",
            "--rounds",
            "3",
            "--json");
    assertThat(json.get("roundSeconds").get("mean").asDouble()).isEqualTo(1);
    assertThat(json.get("roundSeconds").get("standardError").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "divide 6x6 6x6 --delay constant:1 | unknown operation 'divide'; legal are multiply, convolve,",
        "multiply 6x6 --delay constant:1 | multiply takes the shapes of A and B, not 1 words",
        "multiply 6x6 5x6 --delay constant:1 | cannot multiply 6x6 by 5x6: A has 6 columns, B has 5",
        "multiply 6y6 6x6 --delay constant:1 | '6y6' is no shape; legal is sides joined by x",
        "multiply 0x6 6x6 --delay constant:1 | 0x6: every side must be at least 1",
        "multiply 2x6x6 3x6x6 --delay constant:1 | axis 'a' has length 2 here and 3 there",
        "multiply 6x6 6x6 --delay gauss:1 | delay model 'gauss:1' at character 1: 'gauss' is no model",
        "multiply 6x6 6x6 --delay trace:none.csv | none.csv: no such file",
        "multiply 6x6 6x6 --delay constant:1 --rounds 0 | --rounds is 0; legal are 1 to 1000000",
        "multiply 6x6 6x6 --delay constant:1 --fixed 2 | --fixed is 2.0; legal are 0 to 1",
        "multiply 6x6 6x6 --delay constant:1 --workers 0 | --workers is 0; legal are 1 to 4096",
        "multiply 6x6 6x6 --delay constant:1 --stragglers 12 | no code tolerates 12 stragglers",
        "multiply 6x6 6x6 --delay constant:1 --bandwidth 0 | --bandwidth is 0.0; legal are positive",
      })
  void refusalsAreOneLine(String line, String what) {
    refuses(("simulate " + line).split(" "), what);
  }

  @Test
  void aRefusedQuestionLeavesNoFolderBehind() throws IOException {
    Path plots = folder.resolve("new/plots");
    String line = "simulate multiply 6x6 5x6 --delay constant:1 --plots " + plots;
    refuses(line.split(" "), "cannot multiply 6x6 by 5x6");
    assertThat(folder.resolve("new")).doesNotExist();
    Path file = Files.writeString(folder.resolve("file"), "");
    String below = "simulate multiply 6x6 6x6 --delay constant:1 --plots " + file.resolve("plots");
    refuses(below.split(" "), "no folder can be made there");
  }

  private static void refuses(String[] args, String what) {
    Shell.Result result = Shell.run(args);
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(what);
  }
}
