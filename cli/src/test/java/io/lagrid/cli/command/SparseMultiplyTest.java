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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** lagrid multiply with coordinate lists: a path of 40 points, each linked with the next. */
final class SparseMultiplyTest {

  private static final int POINTS = 40;

  @TempDir Path folder;

  @BeforeEach
  void writeOperands() throws IOException {
    StringBuilder path = new StringBuilder("%%MatrixMarket matrix coordinate pattern symmetric\n");
    path.append("%d %d %d\n".formatted(POINTS, POINTS, POINTS - 1));
    for (int i = 1; i < POINTS; i++) {
      path.append("%d %d\n".formatted(i + 1, i));
    }
    Files.writeString(folder.resolve("path.mtx"), path);
    write("x.npy", new LongArray(Shape.of(POINTS, 2), squares(2 * POINTS)));
    write("v.npy", new LongArray(Shape.of(POINTS), squares(POINTS)));
    double[] halves = Arrays.stream(squares(POINTS)).mapToDouble(k -> k / 2.0).toArray();
    write("h.npy", new DoubleArray(Shape.of(POINTS), halves));
  }

  private static long[] squares(int count) {
    long[] squares = new long[count];
    Arrays.setAll(squares, k -> (long) k * k);
    return squares;
  }

  private void write(String name, NdArray array) {
    ArrayFiles.target(folder.resolve(name).toString()).write(array);
  }

  private NdArray read(String name) {
    return ArrayFiles.read(folder.resolve(name).toString());
  }

  private Shell.Result multiply(String line) {
    return Shell.run(("multiply " + line).replace("~", folder.toString()).split(" "));
  }

  /** Row i of the product is the sum of the neighbours' rows. */
  private static long[] neighbours(long[] x, int width) {
    long[] sums = new long[x.length];
    for (int k = 0; k < x.length; k++) {
      long before = k >= width ? x[k - width] : 0;
      long after = k + width < x.length ? x[k + width] : 0;
      sums[k] = before + after;
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--code low-weight",
        "--code mds --stragglers 3 --inject crash:3",
        "--code short-dot",
        "--code polynomial",
        "--adversaries 1 --inject lie:1@flip",
        "--code low-weight --adversaries 1 --verify none --inject lie:1",
        "--colluders 1",
        "--code repetition --partition 2x2x1 --stragglers 0"
      })
  void theProductIsTheSameWhateverTheCode(String options) {
    Shell.Result result = multiply(("~/path.mtx ~/x.npy -o ~/y.npy " + options).strip());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("left operand stored ");
    assertThat(read("y.npy"))
        .isEqualTo(new LongArray(Shape.of(POINTS, 2), neighbours(squares(2 * POINTS), 2)));
  }

  @Test
  void jsonSaysWhatWasStored() throws IOException {
    Shell.Result result =
        multiply("~/path.mtx ~/v.npy -o ~/y.npy --code low-weight --json --report ~/r.html");
    assertThat(result.err()).isEmpty();
    JsonNode left = new ObjectMapper().readTree(result.out()).get("stored").get("left");
    assertThat(left.get("sparse").asBoolean()).isTrue();
    assertThat(left.get("entries").asInt()).isEqualTo(2 * (POINTS - 1));
    assertThat(left.get("sharedEntries").asInt()).isBetween(1, 3 * 2 * (POINTS - 1));
    assertThat(left.get("note").asText()).isEmpty();
    assertThat(read("y.npy"))
        .isEqualTo(new LongArray(Shape.of(POINTS), neighbours(squares(POINTS), 1)));
    assertThat(folder.resolve("r.html"))
        .content()
        .contains("left operand stored sparse: 78 entries handed in");
  }

  @Test
  void whatHidesItMakesItDense() throws IOException {
    Shell.Result result = multiply("~/path.mtx ~/v.npy -o ~/y.npy --colluders 1 --json");
    JsonNode left = new ObjectMapper().readTree(result.out()).get("stored").get("left");
    assertThat(left.get("sparse").asBoolean()).isFalse();
    assertThat(left.get("note").asText()).contains("noise that hides it from 1 colluders");
  }

  @Test
  void vectorsDoublesAndTwoSparseMatricesFollowTheRulesOfDenseOnes() {
    assertThat(multiply("~/v.npy ~/path.mtx -o ~/y.npy").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(read("y.npy"))
        .isEqualTo(new LongArray(Shape.of(POINTS), neighbours(squares(POINTS), 1)));
    assertThat(multiply("~/path.mtx ~/h.npy -o ~/y.npy").exitCode()).isEqualTo(ExitCode.DONE);
    double[] half =
        Arrays.stream(neighbours(squares(POINTS), 1)).mapToDouble(k -> k / 2.0).toArray();
    double[] found = ((DoubleArray) read("y.npy")).data();
    assertThat(found).containsExactly(half, Offset.offset(1e-9));
    assertThat(multiply("~/path.mtx ~/path.mtx -o ~/y.npy").exitCode()).isEqualTo(ExitCode.DONE);
    long[] twoSteps = ((LongArray) read("y.npy")).data();
    assertThat(Arrays.stream(twoSteps).sum()).isEqualTo(4L * (POINTS - 2) + 2);
    assertThat(twoSteps[1]).isZero();
    assertThat(twoSteps[2]).isEqualTo(1);
  }

  /** 10^10 entries when dense; the file lists two. */
  @Test
  void aMatrixThatNobodyCouldWriteOutIsMultiplied() throws IOException {
    int side = 100_000;
    Files.writeString(
        folder.resolve("large.mtx"),
        "%%MatrixMarket matrix coordinate integer general\n100000 100000 2\n1 100000 7\n100000 1 3\n");
    write("ones.npy", new LongArray(Shape.of(side), ones(side)));
    Shell.Result result = multiply("~/large.mtx ~/ones.npy -o ~/y.npy");
    assertThat(result.err()).isEmpty();
    long[] sums = ((LongArray) read("y.npy")).data();
    assertThat(sums[0]).isEqualTo(7);
    assertThat(sums[side - 1]).isEqualTo(3);
    assertThat(Arrays.stream(sums).sum()).isEqualTo(10);
    Shell.Result hidden = multiply("~/large.mtx ~/ones.npy -o ~/z.npy --colluders 1");
    assertThat(hidden.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(hidden.err()).contains("a sparse operand of 100000x100000 cannot be made dense");
    assertThat(folder.resolve("z.npy")).doesNotExist();
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~/path.mtx ~/short.npy|cannot multiply ~/path.mtx of shape (40, 40) by ~/short.npy of shape (2,): 40",
        "~/empty.mtx ~/v.npy|~/empty.mtx: shape (0, 3) has no entries",
        "~/twice.mtx ~/v.npy|~/twice.mtx: entries listed more than once add up to more than 64 bits",
        "~/path.mtx ~/cube.npy|~/cube.npy",
        "~/nan.mtx ~/short.npy|~/nan.mtx: entry [0, 1] is NaN; legal are finite numbers"
      })
  void whatDoesNotFitIsBadInput(String lineAndMessage) throws IOException {
    String banner = "%%MatrixMarket matrix coordinate ";
    Files.writeString(folder.resolve("empty.mtx"), banner + "integer general\n0 3 0\n");
    Files.writeString(
        folder.resolve("twice.mtx"),
        banner + "integer general\n1 1 2\n1 1 9223372036854775807\n1 1 1\n");
    Files.writeString(folder.resolve("nan.mtx"), banner + "real general\n2 2 1\n1 2 nan\n");
    write("short.npy", new LongArray(Shape.of(2), new long[2]));
    write("cube.npy", new LongArray(Shape.of(2, 3, 3), new long[18]));
    String[] parts = lineAndMessage.split("\\|", 2);
    Shell.Result result = multiply(parts[0] + " -o ~/y.npy");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(parts[1].replace("~", folder.toString()));
    assertThat(folder.resolve("y.npy")).doesNotExist();
  }
}
