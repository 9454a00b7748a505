package io.lagrid.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.run.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** lagrid multiply, from files to files, with faults. */
final class MultiplyTest {

  private static final int ROWS = 31;
  private static final int INNER = 23;
  private static final int COLUMNS = 29;

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() {
    write("a.npy", longs(ROWS, INNER, 7919, 1L << 40));
    write("b.npy", longs(INNER, COLUMNS, 104729, 1L << 15));
    write("x.npy", doubles(ROWS, INNER, 7919));
    write("y.npy", doubles(INNER, COLUMNS, 104729));
  }

  private static LongArray longs(int rows, int columns, int step, long range) {
    long[] data =
        IntStream.range(0, rows * columns)
            .mapToLong(k -> Math.floorMod((long) step * step * k * k, range) - range / 2)
            .toArray();
    return new LongArray(Shape.of(rows, columns), data);
  }

  private static DoubleArray doubles(int rows, int columns, int step) {
    double[] data =
        IntStream.range(0, rows * columns)
            .mapToDouble(k -> Math.floorMod(step * k, 1009) / 1009.0 - 0.5)
            .toArray();
    return new DoubleArray(Shape.of(rows, columns), data);
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(file(name)).write(array);
  }

  private NdArray read(String name) {
    return ArrayFiles.read(file(name));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Runs multiply; {@code ~} stands for the folder. */
  private Shell.Result multiply(String line) {
    return Shell.run(("multiply " + line).replace("~", folder.toString()).split(" "));
  }

  private static LongArray product(NdArray a, NdArray b) {
    long[] left = ((LongArray) a).data();
    long[] right = ((LongArray) b).data();
    int rows = a.shape().side(0);
    int inner = a.shape().side(1);
    int columns = b.shape().side(1);
    long[] result = new long[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          result[i * columns + j] =
              Math.addExact(
                  result[i * columns + j],
                  Math.multiplyExact(left[i * inner + k], right[k * columns + j]));
        }
      }
    }
    return new LongArray(Shape.of(rows, columns), result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "c.npz", "c.mtx", "c.csv"})
  void integersAreExactInEveryFormat(String name) {
    Shell.Result result = multiply("~/a.npy ~/b.npy -o ~/" + name);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith(file(name) + ": shape (31, 29), int64, exact\ncode ")
        .contains("\nworkers used ");
    assertThat(read(name)).isEqualTo(product(read("a.npy"), read("b.npy")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--stragglers 3 --inject crash:3",
        "--adversaries 1 --inject lie:1@flip",
        "--adversaries 1 --verify none --inject lie:1",
        "--stragglers 1 --adversaries 1 --colluders 1 --inject crash:1,lie:1",
        "--workers 1 --stragglers 0",
        "--code matdot --stragglers 1",
        "--code repetition --partition 1x2x2 --stragglers 0",
        "--partition 1x31x1 --workers 45",
        "--insecure-seed 5 --colluders 1",
        "--insecure-seed --seed 3 --colluders 1"
      })
  void theResultIsTheSameWhateverHappens(String options) {
    Shell.Result result = multiply("~/a.npy ~/b.npy -o ~/c.npy " + options);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.npy")).isEqualTo(product(read("a.npy"), read("b.npy")));
  }

  @Test
  void jsonTellsWhoDidWhat() throws Exception {
    Shell.Result result =
        multiply(
            "~/a.npy ~/b.npy -o ~/c.npy --json --stragglers 1 --adversaries 1 --inject"
                + " crash:worker0,lie:worker1 --cluster sim:constant:1");
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("operation").asText()).isEqualTo("multiply");
    assertThat(json.get("arithmetic").asText()).isEqualTo("exact");
    assertThat(json.get("workers").asInt()).isEqualTo(12);
    assertThat(json.get("lost").toString()).isEqualTo("[0]");
    assertThat(json.get("rejected").toString()).isEqualTo("[1]");
    assertThat(json.get("used")).hasSize(json.get("recoveryThreshold").asInt());
    assertThat(json.get("output").asText()).isEqualTo(file("c.npy"));
    assertThat(json.get("errorBound").asDouble()).isZero();
  }

  @Test
  void floatsAreWithinTheBoundThatIsTold() throws Exception {
    for (String options :
        new String[] {"", " --arithmetic exact", " --arithmetic exact --bits 40"}) {
      Shell.Result result = multiply("~/x.npy ~/y.npy -o ~/z.npy --json" + options);
      assertThat(result.err()).isEmpty();
      JsonNode json = new ObjectMapper().readTree(result.out());
      double[] z = ((DoubleArray) read("z.npy")).data();
      double[] x = ((DoubleArray) read("x.npy")).data();
      double[] y = ((DoubleArray) read("y.npy")).data();
      double bound = json.get("errorBound").asDouble() * norm(x) * norm(y) + 1e-14;
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < COLUMNS; j++) {
          double sum = 0;
          for (int k = 0; k < INNER; k++) {
            sum += x[i * INNER + k] * y[k * COLUMNS + j];
          }
          assertThat(z[i * COLUMNS + j])
              .as("entry (%d, %d) with '%s'", i, j, options)
              .isCloseTo(sum, Offset.offset(bound));
        }
      }
    }
  }

  private static double norm(double[] data) {
    return Math.sqrt(Arrays.stream(data).map(v -> v * v).sum());
  }

  @Test
  void integersBecomeDoublesForRealArithmeticAndBesideDoubles() {
    assertThat(multiply("~/b.npy ~/b.npy -o ~/c.npy --arithmetic real").exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(multiply("~/a.npy ~/b.npy -o ~/c.npy --arithmetic real").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(read("c.npy")).isInstanceOf(DoubleArray.class);
    assertThat(multiply("~/x.npy ~/b.npy -o ~/c.npy").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(read("c.npy")).isInstanceOf(DoubleArray.class);
  }

  @Test
  void vectorsFollowNumpy() {
    write("v.npy", longs(1, INNER, 3, 100).reshape(Shape.of(INNER)));
    assertThat(multiply("~/a.npy ~/v.npy -o ~/av.npy").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(read("av.npy").shape()).isEqualTo(Shape.of(ROWS));
    assertThat(multiply("~/v.npy ~/b.npy -o ~/vb.npy").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(read("vb.npy").shape()).isEqualTo(Shape.of(COLUMNS));
    assertThat(multiply("~/v.npy ~/v.npy -o ~/vv.npy").exitCode()).isEqualTo(ExitCode.DONE);
    long sum = Arrays.stream(((LongArray) read("v.npy")).data()).map(v -> v * v).sum();
    assertThat(read("vv.npy")).isEqualTo(new LongArray(Shape.of(), new long[] {sum}));
  }

  @Test
  void aReportIsWritten() {
    multiply("~/a.npy ~/b.npy -o ~/c.npy --report ~/r.html");
    assertThat(folder.resolve("r.html"))
        .content()
        .contains("<h1>" + file("a.npy") + " · " + file("b.npy") + "</h1>", "✓ used", "uncoded");
  }

  @Test
  void quietPrintsNothingAndVerboseEveryAnswer() {
    Shell.Result quiet = multiply("~/a.npy ~/b.npy -o ~/c.npy --quiet");
    assertThat(quiet.out() + quiet.err()).isEmpty();
    Shell.Result verbose = multiply("~/a.npy ~/b.npy -o ~/c.npy --verbose");
    assertThat(verbose.err()).contains(" s  worker ", " answered (1 of ");
  }

  @Test
  void aTerminalShowsABar() {
    Shell.Result result =
        Shell.runOnTerminal("multiply", file("a.npy"), file("b.npy"), "-o", file("c.npy"));
    assertThat(result.err())
        .contains("reading " + file("a.npy") + "…", "[", "] 1 of ", " answers")
        .endsWith("\r\u001b[K");
    assertThat(result.out()).doesNotContain("\u001b", "\r");
  }

  @Test
  void liesNobodyLooksForAreMentioned() {
    assertThat(multiply("~/a.npy ~/b.npy -o ~/c.npy --inject lie:1").err())
        .startsWith("lagrid: workers will lie, but --adversaries is 0: the result may be wrong\n");
  }

  @Test
  void realArithmeticTellsItsConditionNumber() throws Exception {
    for (String code : new String[] {"rotation", "orthopoly"}) {
      Shell.Result result =
          multiply(
              "~/x.npy ~/y.npy -o ~/c.npy --arithmetic real --code %s --report ~/r.html --json"
                  .formatted(code));
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
      JsonNode json = new ObjectMapper().readTree(result.out());
      assertThat(json.get("conditionNumber").asDouble()).isBetween(1.0, 1e6);
      assertThat(json.get("amplification").asDouble()).isBetween(1.0, 1e6);
      assertThat(json.get("errorBound").asDouble()).isPositive().isLessThan(1e-9);
      assertThat(folder.resolve("r.html")).content().contains("condition number");
    }
  }

  @Test
  void realOperandsAreHiddenUpToAStatedNumberOfBits() throws Exception {
    double last = Double.POSITIVE_INFINITY;
    for (String noise : new String[] {"1", "100"}) {
      Shell.Result result =
          multiply(
              "~/x.npy ~/y.npy -o ~/c.npy --arithmetic real --colluders 1 --masking-noise %s --json"
                  .formatted(noise));
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
      JsonNode json = new ObjectMapper().readTree(result.out());
      assertThat(json.get("code").asText()).isEqualTo("analog-lcc");
      assertThat(json.get("leakageBits").asDouble()).isPositive().isLessThan(last);
      last = json.get("leakageBits").asDouble();
    }
    assertThat(multiply("~/x.npy ~/y.npy -o ~/c.npy --colluders 1 --json").out())
        .doesNotContain("leakageBits");
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNoResult() {
    Shell.Result result =
        multiply("~/a.npy ~/b.npy -o ~/c.npy --report ~/" + "r".repeat(251) + ".html");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(folder.resolve("c.npy")).doesNotExist();
  }

  @Test
  void jsonOfAFailureHoldsItsExitCodeAndWhoWasLost() throws Exception {
    Shell.Result result = multiply("~/a.npy ~/b.npy -o ~/c.npy --json --inject crash:12");
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_RESULT);
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("exitCode").asInt()).isEqualTo(ExitCode.NO_RESULT);
    assertThat(json.get("error").asText())
        .contains("could still answer; nobody is suspected; lost workers: [");
  }
}
