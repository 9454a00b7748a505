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
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** lagrid evaluate, from files to files, with faults and with bad input. */
final class EvaluateTest {

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() {
    write("x.npy", new LongArray(Shape.of(2, 3), new long[] {1, -2, 3, 4, 5, -6}));
    write("stack.npy", new LongArray(Shape.of(2, 2, 2), new long[] {1, 2, 3, 4, 0, 1, 1, 1}));
    write("w.npy", new LongArray(Shape.of(3), new long[] {1, 0, 2}));
    write("y.npy", new LongArray(Shape.of(2), new long[] {5, -5}));
    write("f.npy", new DoubleArray(Shape.of(4), new double[] {0.5, -0.25, 3, 1e-3}));
    write("big.npy", new LongArray(Shape.of(1), new long[] {1L << 40}));
    write("nan.npy", new DoubleArray(Shape.of(1), new double[] {Double.NaN}));
    write("empty.npy", new LongArray(Shape.of(0), new long[0]));
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(folder.resolve(name).toString()).write(array);
  }

  private NdArray read(String name) {
    return ArrayFiles.read(folder.resolve(name).toString());
  }

  /** Runs evaluate; {@code ~} stands for the folder, and words are separated by two blanks. */
  private Shell.Result evaluate(String line) {
    return Shell.run(("evaluate  " + line).replace("~", folder.toString()).split("  +"));
  }

  private static LongArray longs(Shape shape, long... data) {
    return new LongArray(shape, data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--workers  12",
        "--adversaries  1  --inject  lie:1",
        "--colluders  1  --inject  crash:2",
        "--workers  3  --stragglers  0",
        "--code  repetition",
        "--code  lcc  --colluders  2  --insecure-seed  7"
      })
  void polynomialsOfIntegersAreExact(String options) {
    Shell.Result result = evaluate("3*x^2 - x + 1  ~/x.npy  -o  ~/o.npy  " + options);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("o.npy: shape (2, 3), int64, exact");
    assertThat(read("o.npy")).isEqualTo(longs(Shape.of(2, 3), 3, 15, 25, 45, 71, 115));
  }

  @Test
  void namedMapsKnowTheirShapes() {
    assertThat(evaluate("gram  ~/x.npy  -o  ~/o.npy").exitCode()).isZero();
    assertThat(read("o.npy"))
        .isEqualTo(longs(Shape.of(3, 3), 17, 18, -21, 18, 29, -36, -21, -36, 45));
    assertThat(evaluate("gram  ~/stack.npy  -o  ~/o.npy").exitCode()).isZero();
    assertThat(read("o.npy")).isEqualTo(longs(Shape.of(2, 2, 2), 10, 14, 14, 20, 1, 1, 1, 2));
    assertThat(evaluate("matrix-power:3  ~/stack.npy  -o  ~/o.npy").exitCode()).isZero();
    assertThat(read("o.npy")).isEqualTo(longs(Shape.of(2, 2, 2), 37, 54, 81, 118, 1, 2, 2, 3));
    assertThat(evaluate("power:3  ~/stack.npy  -o  ~/o.npy").exitCode()).isZero();
    assertThat(read("o.npy")).isEqualTo(longs(Shape.of(2, 2, 2), 1, 8, 27, 64, 0, 1, 1, 1));
    assertThat(
            evaluate("linear-gradient  ~/x.npy  ~/w.npy  ~/y.npy  -o  ~/o.npy  --colluders  1")
                .exitCode())
        .isZero();
    // X·w − y = (7 − 5, −8 + 5)
    assertThat(read("o.npy")).isEqualTo(longs(Shape.of(3), 2 - 12, -4 - 15, 6 + 18));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--arithmetic  real", "--arithmetic  exact", "--colluders  1"})
  void doublesComeWithABound(String options) throws Exception {
    Shell.Result result = evaluate("0.5x^3 + 0.1  ~/f.npy  -o  ~/o.npy  --json  " + options);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("operation").asText()).isEqualTo("evaluate");
    assertThat(json.get("parameters").has("K")).isTrue();
    double bound = json.get("errorBound").asDouble() * (0.5 * 27 + 0.1) + 1e-15;
    double[] found = ((DoubleArray) read("o.npy")).data();
    double[] x = ((DoubleArray) read("f.npy")).data();
    double[] expected = Arrays.stream(x).map(v -> 0.5 * v * v * v + 0.1).toArray();
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(found[i] - expected[i])).isLessThanOrEqualTo(bound);
    }
    assertThat(bound).isLessThan(1e-9);
  }

  @Test
  void coefficientsThatAreNoIntegersMakeDoublesOfIntegers() {
    assertThat(evaluate("0.5x  ~/w.npy  -o  ~/o.npy").exitCode()).isZero();
    assertThat(((DoubleArray) read("o.npy")).data()[2]).isBetween(1 - 1e-12, 1 + 1e-12);
  }

  @Test
  void theReportShowsTheCodes() {
    Shell.Result result =
        evaluate("x^2  ~/x.npy  -o  ~/o.npy  --report  ~/r.html  --adversaries  1");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(folder.resolve("r.html"))
        .content()
        .contains("x^2 of ", "lcc", "entangled", "it codes products, not evaluate");
  }

  /** To option parsers a word that begins with a minus is an option. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"-x | -1, 0, -2", "-x^2 | -1, 0, -4", "-(x+1) | -2, -1, -3", "- 2x + 3 | 1, 3, -1"})
  void anExpressionMayBeginWithAMinus(String expression, String expected) {
    assertThat(evaluate(expression + "  ~/w.npy  -o  ~/o.npy").err()).isEmpty();
    assertThat(Arrays.toString(((LongArray) read("o.npy")).data())).isEqualTo("[" + expected + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "3*y  ~/x.npy  -o  ~/o.npy | polynomial '3*y', character 3: 'y' where a number, x, ( or -"
            + " is expected",
        "x^1.5  ~/x.npy  -o  ~/o.npy | polynomial 'x^1.5', character 3: '1.5' is no exponent",
        "grim  ~/x.npy  -o  ~/o.npy | unknown map 'grim'; legal are gram, linear-gradient, power:K,"
            + " matrix-power:K, or a polynomial in x such as '3*x^2 - x + 1'",
        "x^2  ~/none.npy  -o  ~/o.npy | ~/none.npy: no such file",
        "x^2  ~/nan.npy  -o  ~/o.npy | ~/nan.npy: entry [0] is NaN; legal are finite numbers",
        "x^2  ~/empty.npy  -o  ~/o.npy | ~/empty.npy: shape (0,) has no entries",
        "x^2  ~/big.npy  -o  ~/o.npy | entry (row 0, column 0) of the exact result is"
            + " 1208925819614629174706176, outside int64, whose magnitudes end at 2^63",
        "x^2  ~/x.npy  ~/x.npy  -o  ~/o.npy | x^2 takes 1 operands, not 2",
        "matrix-power:2  ~/x.npy  -o  ~/o.npy | matrix-power:2 needs square matrices, not 2x3",
        "gram  ~/stack.npy  -o  ~/o.csv | ~/o.csv: .csv files hold arrays of at most 2 dimensions,"
            + " not 3",
        "x^2  ~/x.npy  -o  ~/o.npy  --arithmetic  real  --adversaries  1 | no code tolerates"
            + " 2 stragglers, 1 adversaries, 0 colluders",
        "x^2  ~/x.npy  -o  ~/o.npy  --code  entangled | code entangled cannot do it, tolerating 2"
            + " stragglers, 0 adversaries, 0 colluders on 12 workers (entangled: it codes products, not"
            + " evaluate)",
        "x^2  ~/x.npy  -o  ~/o.npy  --verify  freivalds | answers of x^2 cannot be checked by"
            + " Freivalds",
        "x^2  ~/x.npy  -o  ~/o.npy  --partition  1x2x2 | no code tolerates 2 stragglers, 0"
            + " adversaries, 0 colluders on 12 workers (lcc, repetition: a partition PxMxN is for"
            + " products"
      })
  void badInputIsOneLineAndExitCodeTwo(String line, String message) {
    Shell.Result result = evaluate(line);
    assertThat(result.err()).startsWith("lagrid: " + message.replace("~", folder.toString()));
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("o."));
  }

  @Test
  void tooFewAnswersAreExitCodeThree() {
    Shell.Result result =
        evaluate("x^2  ~/x.npy  -o  ~/o.npy  --workers  5  --stragglers  1  --inject  crash:5");
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_RESULT);
    assertThat(result.err()).startsWith("lagrid: too few sound answers to decode");
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("o."));
  }
}
