package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.codes.catalog.CodeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lagrid plan} marks as chosen is what the command then runs, for every operation. */
final class PlannedAsRunTest {

  @TempDir private Path folder;

  private static JsonNode json(List<String> line) throws IOException {
    Shell.Result result = Shell.run(line.toArray(new String[0]));
    assertThat(result.exitCode()).as("%s: %s", line, result.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(result.out());
  }

  /** A file of doubles between −1 and 1 of that shape. */
  private String file(String shape) {
    Integer[] sides =
        Arrays.stream(shape.split("x", -1)).map(Integer::valueOf).toArray(Integer[]::new);
    double[] entries = new double[Shape.of(sides).entries()];
    Arrays.setAll(entries, i -> Math.sin(1 + i));
    String name = folder.resolve(shape + ".npy").toString();
    ArrayFiles.target(name).write(new DoubleArray(Shape.of(sides), entries));
    return name;
  }

  private static boolean shape(String word) {
    return word.matches("\\d+(x\\d+)*");
  }

  private static JsonNode chosen(JsonNode table) {
    JsonNode found = null;
    for (JsonNode plan : table.get("plans")) {
      if (plan.path("chosen").asBoolean()) {
        assertThat(found).as("chosen besides %s", plan).isNull();
        found = plan;
      }
    }
    assertThat(found).as("%s", table).isNotNull();
    return found == null ? table : found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multiply 30x20 20x10 | | orthopoly",
        "multiply 30x20 20x10 | --arithmetic real --colluders 1 --workers 15 | analog-lcc",
        "multiply 30x20 20x10 | --adversaries 1 --colluders 2 --workers 20 | gasp",
        "multiply 40 40x10 | --stragglers 5 | entangled",
        "multiply 4x6x5 4x5x3 | --workers 14 | repetition",
        "multiply 4x6x5 4x5x3 | --workers 9 --arithmetic exact | lcc",
        "multiply 4x6x5 5x3 | --workers 9 --colluders 1 | entangled",
        "multiply 9x6x5 9x5x3 | --workers 5 --colluders 1 | lcc",
        "convolve 300 7 | | convolution",
        "convolve 300 300 | --colluders 1 | convolution",
        "convolve 30x9 20x5 | --adversaries 2 | convolution",
        "convolve 30x9 20x5 | --adversaries 1 --verify none --arithmetic exact | convolution",
        "contract ij,jk->ik 30x20 20x10 | --arithmetic exact | entangled",
        "contract bij,bjk->bik 4x6x5 4x5x3 | --workers 14 | repetition",
        "contract bij,bjk->bik 9x6x5 9x5x3 | --workers 5 --stragglers 1 --colluders 1 | lcc",
        "contract ij,ij->ij 12x8 12x8 | --adversaries 1 | lcc",
        "contract ij,ij-> 12x8 12x8 | --stragglers 3 | orthomatdot",
        "evaluate gram 90x6 | | lcc",
        "evaluate gram 90x6 | --workers 4 --stragglers 0 | repetition",
        "evaluate gram 5x9x6 | --adversaries 1 | lcc",
        "evaluate 3*x^2-x+1 7x9 | --colluders 1 --adversaries 1 | lcc",
        "evaluate power:4 7x9 | --stragglers 1 | repetition",
        "evaluate linear-gradient 60x5 5 60 | --colluders 1 | lcc",
        "evaluate matrix-power:3 9x9 | | lcc",
        "map tanh 100x4 | | spline",
        "map softmax 5x9x4 | --code berrut --stragglers 1 | berrut",
        "map eigenvalues 4x5x5 | --colluders 1 --adversaries 1 --workers 20 | spline"
      })
  void theChosenPlanIsTheOneThatRuns(String words, String options, String code) throws IOException {
    List<String> given = options == null ? List.of() : List.of(options.split(" ", -1));
    List<String> plan = new ArrayList<>(List.of("plan"));
    List<String> run = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      plan.add(word);
      run.add(shape(word) ? file(word) : word);
    }
    plan.addAll(given);
    plan.add("--json");
    run.addAll(given);
    run.addAll(List.of("--json", "-o", folder.resolve("result.npy").toString()));
    JsonNode table = json(plan);
    JsonNode planned = chosen(table);
    JsonNode ran = json(run);
    assertThat(planned.get("code").asText()).isEqualTo(code);
    for (String field : new String[] {"code", "parameters", "recoveryThreshold"}) {
      assertThat(planned.get(field)).as(field).isEqualTo(ran.get(field));
    }
    assertThat(table.get("operation")).isEqualTo(ran.get("operation"));
    assertThat(table.get("arithmetic")).isEqualTo(ran.get("arithmetic"));
    double up = ran.get("bytes").get("up").asDouble(); // with the padding of blocks
    assertThat(planned.get("uploadBytes").asDouble()).isBetween(up / 1.5, up);
  }

  /** Each cap forbids the plan that would be chosen without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multiply 30x20 20x10 | --traffic",
        "multiply 30x20 20x10 | --memory",
        "multiply 40x40 40x40 --stragglers 4 | --traffic",
        "multiply 40x40 40x40 --stragglers 4 | --memory",
        "convolve 300 300 | --traffic",
        "convolve 300 300 | --memory",
        "contract bij,bjk->bik 4x6x5 4x5x3 --workers 14 | --traffic",
        "contract ij,jk->ik 30x20 20x10 | --memory",
        "evaluate gram 90x6 | --traffic",
        "map tanh 100x4 | --memory"
      })
  void capsLeaveTheSamePlanToBothOfThem(String words, String cap) throws IOException {
    List<String> plan = new ArrayList<>(List.of("plan"));
    List<String> run = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      plan.add(word);
      run.add(shape(word) && word.length() > 2 ? file(word) : word);
    }
    plan.add("--json");
    JsonNode free = chosen(json(plan));
    double most =
        cap.equals("--memory")
            ? free.get("storageBytes").asDouble()
            : free.get("uploadBytes").asDouble() + free.get("downloadBytes").asDouble();
    List<String> given = List.of(cap, Double.toString(0.95 * most));
    plan.addAll(given);
    run.addAll(given);
    run.addAll(List.of("--json", "-o", folder.resolve("result.npy").toString()));
    Shell.Result ran = Shell.run(run.toArray(new String[0]));
    JsonNode table = json(plan);
    boolean possible = false;
    for (JsonNode each : table.get("plans")) {
      possible |= each.path("chosen").asBoolean();
    }
    assertThat(ran.exitCode()).isEqualTo(possible ? ExitCode.DONE : ExitCode.BAD_INPUT);
    if (possible) {
      JsonNode done = new ObjectMapper().readTree(ran.out());
      for (String field : new String[] {"code", "parameters", "recoveryThreshold"}) {
        assertThat(done.get(field)).as(field).isEqualTo(chosen(table).get(field));
      }
      assertThat(chosen(table)).isNotEqualTo(free);
    } else {
      assertThat(ran.err()).contains("the cap is");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolve | 300 7",
        "contract | bij,bjk->bik 4x6x5 4x5x3",
        "evaluate | gram 90x6",
        "map | tanh 100x4"
      })
  void everyCodeOfTheCatalogueIsInTheTable(String operation, String words) throws IOException {
    List<String> line = new ArrayList<>(List.of("plan", operation));
    line.addAll(List.of(words.split(" ", -1)));
    line.addAll(List.of("--json", "--workers", "14"));
    JsonNode table = json(line);
    Set<String> codes = new HashSet<>();
    for (JsonNode plan : table.get("plans")) {
      codes.add(plan.get("code").asText());
      boolean usable = plan.get("applicable").asBoolean();
      assertThat(plan.get("reason").isNull()).isEqualTo(usable);
      assertThat(plan.get("expectedSeconds").asDouble() > 0).isEqualTo(usable);
      assertThat(plan.get("storage").asDouble() > 0).isEqualTo(usable);
      assertThat(plan.has("errorBound")).isTrue();
      assertThat(plan.has("leakageBits")).isTrue();
    }
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            CodeCatalog.standard().families().stream()
                .map(family -> family.description().name())
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolve 300 | convolve takes the shapes of A and B, not 1 words",
        "convolve 300 3x7 | cannot convolve (300,) with (3, 7); legal are two sequences or two",
        "convolve 300 7 --partition 2x1x1 | legal are p = 1, m ≤ 300 chunks of A",
        "contract bij,bjk 4x6x5 | contract takes a notation such as 'bij,bjk->bik' and the shapes",
        "contract bij,b!k 4x6x5 4x5x3 | contraction 'bij,b!k', character 6: '!' is out of place",
        "contract ij,jk->ik 30x20 30x10 | axis 'j' has length 20 here and 30 there",
        "contract ij,jk->ik 99999x1 1x99999 | more entries than a matrix holds",
        "evaluate grim 90x6 | unknown map 'grim'; legal are gram, linear-gradient, power:K",
        "evaluate gram 90x6 4x4 | gram takes 1 operands, not 2",
        "evaluate matrix-power:2 9x6 | matrix-power:2 needs square matrices, not 9x6",
        "evaluate x^2 99999x99999 | 99999x99999: one array holds at most 2147483639 entries",
        "evaluate x^2 9 --verify freivalds | answers of x^2 cannot be checked by Freivalds",
        "map tahn 100x4 | unknown function 'tahn'; the functions are relu, sigmoid, tanh",
        "map tanh 100x4 --code lcc | code 'lcc' does not estimate functions; legal are berrut",
        "map tanh 100x4 --blocks 0 | --blocks is 0; legal are 1 and above",
        "map eigenvalues 3x4x5 | a 4x5 block has no eigenvalues; square ones have",
        "map tanh 2x3x4x5 | legal are vectors, matrices and stacks of matrices",
        "map tanh 100x4 --colluders 1 --masking-noise 0 | --masking-noise is 0.0; legal are positive"
      })
  void badInputIsOneLineAndExitCodeTwo(String line, String message) {
    for (String before : new String[] {"plan ", "simulate --delay constant:1 "}) {
      Shell.Result result = Shell.run((before + line).split(" ", -1));
      if (before.startsWith("plan") && line.contains("--partition")) {
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE); // a table of refusals
        assertThat(result.out()).contains(message);
        continue;
      }
      assertThat(result.exitCode()).as(before + line).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(result.err().lines()).as(before + line).hasSize(1);
      assertThat(result.err()).as(before + line).contains(message);
      assertThat(result.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolve 300 7 | convolution",
        "contract bij,bjk->bik 4x6x5 4x5x3 | repetition",
        "evaluate gram 90x6 | lcc",
        "map tanh 100x4 | spline"
      })
  void reportsShowTheTableOfPlans(String words, String code) throws IOException {
    List<String> run = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      run.add(shape(word) ? file(word) : word);
    }
    Path report = folder.resolve("report.html");
    run.addAll(List.of("-o", folder.resolve("result.npy").toString()));
    run.addAll(List.of("--workers", "14", "--json", "--report", report.toString()));
    json(run);
    assertThat(Files.readString(report)).contains("is not usable here").contains(code + " ✓ used");
  }
}
