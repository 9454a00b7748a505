package io.lagrid.cli.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.command.Shell;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** lagrid convolve, from files to files, with faults and bad input. */
final class ConvolveTest {

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() {
    write("a.npy", new LongArray(Shape.of(4), new long[] {1, 2, 3, 4}));
    write("b.npy", new LongArray(Shape.of(3), new long[] {5, -6, 7}));
    write("m.npy", new LongArray(Shape.of(2, 2), new long[] {1, 2, 3, 4}));
    write("n.npy", new DoubleArray(Shape.of(1, 2), new double[] {0.5, -0.25}));
    write("s.npy", new LongArray(Shape.of(1, 1, 1), new long[] {1}));
    write("nan.npy", new DoubleArray(Shape.of(2), new double[] {1, Double.NaN}));
    write("big.npy", new LongArray(Shape.of(2), new long[] {Long.MAX_VALUE, 2}));
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(folder.resolve(name).toString()).write(array);
  }

  private NdArray result() {
    return ArrayFiles.read(folder.resolve("c.npy").toString());
  }

  /** Runs convolve; {@code ~} stands for the folder. */
  private Shell.Result convolve(String line) {
    return Shell.run(
        ("convolve " + line + " -o ~/c.npy").replace("~", folder.toString()).split(" "));
  }

  @Test
  void sequencesOfIntegersAreConvolvedExactlyByFourAnswers() throws Exception {
    Shell.Result result =
        convolve(
            "~/a.npy ~/b.npy --workers 8 --adversaries 1 --partition 1x2x3 --inject lie:1 --json");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result()).isEqualTo(new LongArray(Shape.of(6), new long[] {5, 4, 10, 16, -3, 28}));
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("operation").asText()).isEqualTo("convolve");
    assertThat(json.get("code").asText()).isEqualTo("convolution");
    assertThat(json.get("parameters").get("p").asInt()).isEqualTo(2);
    assertThat(json.get("parameters").get("q").asInt()).isEqualTo(3);
    assertThat(json.get("recoveryThreshold").asInt()).isEqualTo(4);
    assertThat(json.get("errorBound").asDouble()).isZero();
  }

  @Test
  void matricesAreConvolvedInTwoDimensionsWithAReport() throws Exception {
    Shell.Result result = convolve("~/m.npy ~/n.npy --workers 5 --stragglers 1 --report ~/r.html");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("shape (2, 3), float64, floating point, every entry within");
    DoubleArray found = (DoubleArray) result();
    double[] expected = {0.5, 0.75, -0.5, 1.5, 1.25, -1};
    assertThat(found.shape()).isEqualTo(Shape.of(2, 3));
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.data()[i]).isCloseTo(expected[i], Offset.offset(1e-9));
    }
    assertThat(Files.readString(folder.resolve("r.html")))
        .contains("it codes products, not convolve");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~/a.npy ~/m.npy | legal are two sequences or two matrices",
        "~/s.npy ~/s.npy | legal are two sequences or two matrices",
        "~/a.npy ~/none.npy | none.npy",
        "~/nan.npy ~/a.npy | entry [1] is nan; legal are finite numbers",
        "~/big.npy ~/big.npy | 64",
        "~/a.npy ~/b.npy --workers 2 | needs N ≥ 3 workers; there are 2",
        "~/a.npy ~/b.npy --code lcc | code lcc cannot do it",
        "~/a.npy ~/b.npy --arithmetic real --adversaries 1 | liars are found among exact answers",
      })
  void badInputIsOneLineAndLeavesNoFile(String line, String reason) {
    Shell.Result result = convolve(line);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().toLowerCase(Locale.ROOT))
        .startsWith("lagrid: ")
        .contains(reason.toLowerCase(Locale.ROOT))
        .hasLineCount(1);
    assertThat(folder.resolve("c.npy")).doesNotExist();
  }

  @Test
  void tooManyLiarsGiveNoResult() {
    Shell.Result result =
        convolve("~/a.npy ~/b.npy --workers 5 --stragglers 0 --adversaries 1 --inject lie:3");
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_RESULT);
    assertThat(folder.resolve("c.npy")).doesNotExist();
  }
}
