package io.lagrid.cli.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MatrixMarketTest {

  private static final String BANNER = "%%MatrixMarket matrix ";

  @TempDir Path folder;

  private static Arguments longs(String content, int rows, int columns, long... data) {
    return arguments(BANNER + content, new LongArray(Shape.of(rows, columns), data));
  }

  private static Arguments doubles(String content, int rows, int columns, double... data) {
    return arguments(BANNER + content, new DoubleArray(Shape.of(rows, columns), data));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        longs("array integer general\n2 3\n1\n4\n2\n5\n3\n-6\n", 2, 3, 1, 2, 3, 4, 5, -6),
        doubles("array real general\n% note\n\n2 1\n 1.5 \n\n% note\n-2e-3", 2, 1, 1.5, -2e-3),
        doubles("ARRAY Real General\r\n1 2\r\n+.5\r\nnan\r\n", 1, 2, .5, Double.NaN),
        longs("array integer symmetric\n3 3\n1\n2\n3\n4\n5\n6", 3, 3, 1, 2, 3, 2, 4, 5, 3, 5, 6),
        longs("array integer skew-symmetric\n3 3\n1\n2\n3", 3, 3, 0, -1, -2, 1, 0, -3, 2, 3, 0),
        longs("coordinate integer general\n2 3 2\n1 3 7\n2 1 -8\n", 2, 3, 0, 0, 7, -8, 0, 0),
        longs("coordinate integer general\n1 1 2\n1 1 7\n1 1 -8\n", 1, 1, -1),
        doubles("coordinate real symmetric\n2 2 2\n1 1 .5\n2 1 3\n", 2, 2, .5, 3, 3, 0),
        doubles("coordinate real skew-symmetric\n2 2 1\n2 1 3\n", 2, 2, 0, -3, 3, 0),
        longs("coordinate pattern general\n2 2 2\n1 2\n2 2\n", 2, 2, 0, 1, 0, 1),
        longs("coordinate pattern symmetric\n2 2 1\n2 1\n", 2, 2, 0, 1, 1, 0),
        longs("coordinate integer general\n2 2 0", 2, 2, 0, 0, 0, 0),
        longs("array integer general\n0 3", 0, 3),
        longs(
            "array integer general\n1 2\n9223372036854775807\n-9223372036854775808",
            1,
            2,
            Long.MAX_VALUE,
            Long.MIN_VALUE));
  }

  @ParameterizedTest
  @MethodSource("good")
  void coordinatesAreReadWithoutTheirZerosToo(String content, NdArray expected) throws IOException {
    Path file = folder.resolve("sparse.mtx");
    Files.writeString(file, content);
    Optional<SparseOperand> read = ArrayFiles.readSparse(file.toString());
    assertThat(read.isPresent()).isEqualTo(content.contains("coordinate"));
    read.ifPresent(sparse -> assertThat(NdArray.of(sparse.dense())).isEqualTo(expected));
  }

  @ParameterizedTest
  @MethodSource("good")
  void isRead(String content, NdArray expected) throws IOException {
    Path file = Files.writeString(folder.resolve("a.mtx"), content);
    assertThat(ArrayFiles.read(file.toString())).isEqualTo(expected);
  }

  private static Arguments bad(String content, String message) {
    return arguments(BANNER + content, message);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("", "the file is empty; a Matrix Market file is expected"),
        arguments(
            "1 2 3",
            "line 1, column 1: a Matrix Market file starts with %%MatrixMarket, not '1 2 3'"),
        arguments(
            "%%MatrixMarket vector",
            "line 1, column 16: object 'vector' cannot be read; legal is matrix"),
        bad("", "line 1, column 23: the line ends where the layout is expected"),
        bad(
            "dense real general",
            "line 1, column 23: the layout is 'dense'; legal are array, coordinate"),
        bad(
            "array complex general",
            "line 1, column 29: the field is 'complex'; legal are integer, real, pattern"),
        bad(
            "array real hermitian",
            "line 1, column 34: the symmetry is 'hermitian'; legal are general, symmetric,"
                + " skew-symmetric"),
        bad("array real general x", "line 1, column 42: 'x' follows after the symmetry"),
        bad(
            "array pattern general",
            "line 1, column 44: a pattern is legal in the coordinate layout only, not in the array"
                + " layout"),
        bad(
            "array real general\n% only\n",
            "line 3, column 1: the file ends where the line of sizes is expected"),
        bad(
            "array real general\n-1 2",
            "line 2, column 1: the number of rows is '-1'; legal are 0 to 2147483639"),
        bad(
            "array real general\n2",
            "line 2, column 2: the line ends where the number of columns is expected"),
        bad("array real general\n2 2 4", "line 2, column 5: '4' follows after the sizes"),
        bad("array real symmetric\n2 3", "line 2, column 3: a symmetric matrix is square, not 2x3"),
        bad(
            "coordinate real general\n100000 100000 1\n1 1 1",
            "line 2, column 8: 100000x100000 entries are more than the 134217728 that can be held"),
        bad(
            "array real general\n2 1\n1\n",
            "line 4, column 1: the file ends where entry (2, 1) is expected"),
        bad(
            "array real general\n1 1\n1\n2\n",
            "line 4, column 1: '2' follows after the last entry"),
        bad("array real general\n1 1\n1 2\n", "line 3, column 3: '2' follows after the value"),
        bad("array real general\n1 1\n0x10\n", "line 3, column 1: '0x10' is not a number"),
        bad("array integer general\n1 1\n1.5\n", "line 3, column 1: '1.5' is not an integer"),
        bad(
            "array integer general\n1 1\n9223372036854775808\n",
            "line 3, column 1: 9223372036854775808 does not fit in 64 bits"),
        bad(
            "coordinate integer general\n2 2 2\n1 1 1\n",
            "line 4, column 1: the file ends where entry 2 of 2 is expected"),
        bad(
            "coordinate integer general\n2 2 1\n1 1 1\n2 2 2\n",
            "line 4, column 1: '2 2 2' follows after the last entry"),
        bad(
            "coordinate integer general\n2 2 1\n3 1 1\n",
            "line 3, column 1: the row index is '3'; legal are 1 to 2"),
        bad(
            "coordinate integer general\n2 2 1\n1 0 1\n",
            "line 3, column 3: the column index is '0'; legal are 1 to 2"),
        bad(
            "coordinate integer general\n2 2 1\n1 1\n",
            "line 3, column 4: the line ends where the value is expected"),
        bad(
            "coordinate pattern general\n2 2 1\n1 1 5\n",
            "line 3, column 5: '5' follows after the entry"),
        bad(
            "coordinate real symmetric\n2 2 1\n1 2 5\n",
            "line 3, column 3: entry (1, 2) is above the diagonal; a symmetric file lists entries on"
                + " or below it"),
        bad(
            "coordinate real skew-symmetric\n2 2 1\n2 2 5\n",
            "line 3, column 3: entry (2, 2) is on the diagonal; a skew-symmetric file lists entries"
                + " below it"),
        bad(
            "coordinate integer general\n1 1 2\n1 1 9223372036854775807\n1 1 1\n",
            "line 4, column 5: 1, added to what the entry holds, does not fit in 64 bits"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("broken")
  void isRefused(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("a.mtx"), content);
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: %s".formatted(file, message));
  }

  @Test
  void isWrittenColumnByColumn() throws IOException {
    Path file = folder.resolve("a.mtx");
    ArrayFiles.target(file.toString())
        .write(new LongArray(Shape.of(2, 2), new long[] {1, 2, 3, 4}));
    assertThat(file).hasContent(BANNER + "array integer general\n2 2\n1\n3\n2\n4\n");
  }
}
