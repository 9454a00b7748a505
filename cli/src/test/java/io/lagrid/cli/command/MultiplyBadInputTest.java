package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Terminal;
import io.lagrid.codes.catalog.CodeCatalog;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line on standard error, the right exit code, no output file. */
final class MultiplyBadInputTest {

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() throws Exception {
    write("a.npy", new LongArray(Shape.of(2, 3), new long[] {1, 2, 3, 4, 5, 6}));
    write("b.npy", new LongArray(Shape.of(3, 2), new long[] {1, 2, 3, 4, 5, 6}));
    write("big.npy", new LongArray(Shape.of(1, 1), new long[] {1L << 62}));
    write("nan.npy", new DoubleArray(Shape.of(2, 3), new double[] {1, 2, 3, 4, Double.NaN, 6}));
    write("huge.npy", new DoubleArray(Shape.of(1, 1), new double[] {1e300}));
    write("cube.npy", new LongArray(Shape.of(2, 2, 2), new long[8]));
    write("empty.npy", new LongArray(Shape.of(0, 3), new long[0]));
    write("scalar.npy", new LongArray(Shape.of(), new long[1]));
    Files.writeString(folder.resolve("bad.csv"), "1,2\n3,x\n");
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(folder.resolve(name).toString()).write(array);
  }

  private Shell.Result multiply(String line) {
    return Shell.run(("multiply " + line).replace("~", folder.toString()).split(" "));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments("~/no.npy ~/b.npy -o ~/c.npy", "~/no.npy: no such file"),
        arguments(
            "~/a.npy ~/bad.csv -o ~/c.npy", "~/bad.csv: line 2, column 2: 'x' is not a number"),
        arguments(
            "~/a.npy ~/a.npy -o ~/c.npy",
            "cannot multiply ~/a.npy of shape (2, 3) by ~/a.npy of shape (2, 3): 3 columns against"
                + " 2 rows"),
        arguments(
            "~/nan.npy ~/b.npy -o ~/c.npy --arithmetic exact",
            "~/nan.npy: entry [1, 1] is NaN; legal are finite numbers"),
        arguments(
            "~/cube.npy ~/b.npy -o ~/c.npy",
            "cannot multiply ~/cube.npy of shape (2, 2, 2) by ~/b.npy of shape (3, 2): axis 'y' has"
                + " length 2 here and 3 there: axis 0 of the right operand of shape [3, 2]"),
        arguments(
            "~/huge.npy ~/huge.npy -o ~/c.npy",
            "A has entries up to 1.0e+300 and B up to 1.0e+300: sums of 1 such products may exceed"
                + " the largest double, 1.8e308; scale an operand down"),
        arguments(
            "~/scalar.npy ~/b.npy -o ~/c.npy",
            "~/scalar.npy: shape (); legal are vectors, matrices and stacks of matrices"),
        arguments("~/empty.npy ~/b.npy -o ~/c.npy", "~/empty.npy: shape (0, 3) has no entries"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.txt",
            "~/c.txt: unknown file extension; legal are .npy, .npz, .mtx, .csv"),
        arguments(
            "~/a.npy ~/b.npy -o ~/none/c.npy",
            "~/none/c.npy: there is no folder ~/none to write it to"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --report ~/r.txt",
            "~/r.txt: a report's file name ends in .html"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --cluster spark://x",
            "--cluster 'spark://x' is not supported; legal here: local, sim, sim:MODEL, test:threads;"
                + " spark-submit with lagrid-spark.jar brings Spark's"),
        arguments("~/a.npy ~/b.npy -o ~/c.npy --workers 0", "--workers is 0; legal are 1 to 4096"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --colluders -1",
            "--colluders is -1; legal are 0 and above"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --inject slow:worker12@1s",
            "--inject: 'slow:worker12@1s' names worker 12; the cluster has workers 0 to 11"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --insecure-seed",
            "--insecure-seed needs a number, or --seed with one"),
        arguments(
            "~/a.npy ~/b.npy -o ~/c.npy --code magic",
            "unknown code 'magic'; the codes are " + codes()));
  }

  private static String codes() {
    return CodeCatalog.standard().families().stream()
        .map(family -> family.description().name())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isOneLine(String line, String message) {
    Shell.Result result = multiply(line);
    assertThat(result.err()).isEqualTo("lagrid: " + message.replace("~", folder.toString()) + "\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.out()).isEmpty();
    assertNothingWritten();
  }

  @Test
  void aClusterOutOfReachHasAnExitCodeOfItsOwn() {
    Shell.Result result = multiply("~/a.npy ~/b.npy -o ~/c.npy --cluster test:away");
    assertThat(result.err())
        .isEqualTo("lagrid: the cluster at test:away cannot be opened: nobody answers\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.CLUSTER_FAILED);
    assertNothingWritten();
  }

  private void assertNothingWritten() {
    assertThat(folder.toFile().list())
        .noneMatch(
            name -> name.startsWith("c.") || name.startsWith("r.") || name.endsWith(".part"));
  }

  @Test
  void overflowNamesTheBound() {
    Shell.Result result = multiply("~/big.npy ~/big.npy -o ~/c.npy");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("21267647932558653966460912964485513216", "int64", "2^63");
    assertNothingWritten();
  }

  @Test
  void tooFewWorkersNamesTheSmallestNumberThatWouldDo() {
    Shell.Result result =
        multiply("~/a.npy ~/b.npy -o ~/c.npy --workers 4 --stragglers 3 --adversaries 2");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("the smallest number of workers that would do is 6");
    assertNothingWritten();
  }

  @Test
  void tooFewAnswersIsExitCodeThree() throws Exception {
    Shell.Result result =
        multiply("~/a.npy ~/b.npy -o ~/c.npy --stragglers 1 --workers 4 --inject crash:4 --json");
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_RESULT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).startsWith("lagrid: too few sound answers to decode: 0 answered, ");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("lost")).isNotEmpty();
    assertThat(json.get("used")).isEmpty();
    assertThat(json.get("output").isNull()).isTrue();
    assertThat(json.get("error").asText()).startsWith("too few sound answers to decode");
    assertNothingWritten();
  }

  @Test
  void aTimeoutIsExitCodeThreeAndStillReports() {
    Shell.Result result =
        multiply(
            "~/a.npy ~/b.npy -o ~/c.npy --workers 3 --stragglers 0 --inject slow:3@60s --timeout"
                + " 50ms --report ~/report.html");
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_RESULT);
    assertThat(result.err()).startsWith("lagrid: timed out");
    assertThat(folder.resolve("report.html")).content().contains("No result: timed out");
  }

  @Test
  void bugsShowTheirTraceAndHowToReportThem() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            () -> {
              throw new IllegalStateException("the clock is broken");
            });
    assertThat(LagridCommandLine.run(terminal, "doctor")).isEqualTo(ExitCode.BUG);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("java.lang.IllegalStateException: the clock is broken\n\tat ")
        .contains("lagrid: this is a bug in lagrid development; please report it with");
  }
}
