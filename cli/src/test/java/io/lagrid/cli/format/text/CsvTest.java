package io.lagrid.cli.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CsvTest {

  @TempDir Path folder;

  private static Arguments longs(String content, int rows, int columns, long... data) {
    return arguments(content, new LongArray(Shape.of(rows, columns), data));
  }

  private static Arguments doubles(String content, int rows, int columns, double... data) {
    return arguments(content, new DoubleArray(Shape.of(rows, columns), data));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        longs("1,2\n3,-4\n", 2, 2, 1, 2, 3, -4),
        longs("1, 2\r\n3,\t4", 2, 2, 1, 2, 3, 4),
        longs("height,width\n1,2\n", 1, 2, 1, 2),
        longs("\"height, in m\",\"width\"\n\"1\",2\n", 1, 2, 1, 2),
        longs("\ufeff1,2\n", 1, 2, 1, 2),
        longs("# written by hand\n\n1\n2\n\n", 2, 1, 1, 2),
        longs("7", 1, 1, 7),
        longs("-9223372036854775808", 1, 1, Long.MIN_VALUE),
        doubles("1,2.5\n3,4\n", 2, 2, 1, 2.5, 3, 4),
        doubles("9223372036854775807,1e-3\n", 1, 2, 0x1p63, 1e-3),
        doubles("9223372036854775808,0.5\n", 1, 2, 0x1p63, .5),
        doubles("nan,inf\n-Infinity,1.\n", 2, 2, Double.NaN, 1 / 0.0, -1 / 0.0, 1));
  }

  @ParameterizedTest
  @MethodSource("good")
  void isRead(String content, NdArray expected) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), content);
    assertThat(ArrayFiles.read(file.toString())).isEqualTo(expected);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("", "the file holds no numbers"),
        arguments("a,b\n", "the file holds no numbers"),
        arguments("1,2\n3\n", "line 2 has 1 values, line 1 has 2; all must have as many"),
        arguments("a,b,c\n\n1,2\n", "line 3 has 2 values, line 1 has 3; all must have as many"),
        arguments("a,2\n3,4\n", "line 1, column 1: 'a' is not a number"),
        arguments("a,b\nc,d\n", "line 2, column 1: 'c' is not a number"),
        arguments("1,2\n3,", "line 2, column 2: '' is not a number"),
        arguments(",2\n", "line 1, column 1: '' is not a number"),
        arguments("1;2\n3;4\n", "line 1, column 1: '1;2' is not a number"),
        arguments("1O\n2\n3\n", "line 1, column 1: '1O' is not a number"),
        arguments("0x10,-x\n3,4\n", "line 1, column 1: '0x10' is not a number"),
        arguments("1,2\n3,0x10\n", "line 2, column 2: '0x10' is not a number"),
        arguments("1\n2d\n", "line 2, column 1: '2d' is not a number"),
        arguments("1\n1e\n", "line 2, column 1: '1e' is not a number"),
        arguments("1\n\u00a0\n", "line 2, column 1: 'Â\u00a0' is not a number"),
        arguments(
            "1,2\n3,9223372036854775808\n",
            "line 2, column 2: 9223372036854775808 does not fit in a 64-bit integer"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("broken")
  void isRefused(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), content);
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: %s", file, message);
  }

  @Test
  void brokenQuotesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "1,\"2\"x\n");
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file + ": broken quotes: ");
  }

  @Test
  void longFilesAreReadWhole() throws IOException {
    int count = 5000;
    String content =
        IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("a.csv"), content);
    long[] expected = IntStream.range(0, count).asLongStream().toArray();
    assertThat(ArrayFiles.read(file.toString()))
        .isEqualTo(new LongArray(Shape.of(count, 1), expected));
    Files.writeString(file, content + "\n0.5");
    assertThat(((DoubleArray) ArrayFiles.read(file.toString())).data()).hasSize(count + 1);
  }

  @Test
  void isWrittenRowByRow() throws IOException {
    Path file = folder.resolve("a.csv");
    ArrayFiles.target(file.toString())
        .write(new DoubleArray(Shape.of(2, 2), new double[] {1, 2.5, -3e100, 0.1}));
    assertThat(file).hasContent("1.0,2.5\n-3.0E100,0.1\n");
  }
}
