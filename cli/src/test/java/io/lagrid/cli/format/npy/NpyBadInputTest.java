package io.lagrid.cli.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an .npy file is said in one line: file, position, value, what is legal. */
final class NpyBadInputTest {

  @TempDir Path folder;

  private static byte[] npy(int version, String header, int dataBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
    out.write(version);
    out.write(0);
    int length = header.length();
    ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
    out.write(size.array(), 0, version == 1 ? 2 : 4);
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(new byte[dataBytes]);
    return out.toByteArray();
  }

  private static String header(String descr, String shape) {
    return "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
  }

  private static Arguments header(String descr, String shape, String message) {
    return arguments(npy(1, header(descr, shape), 0), message);
  }

  static Stream<Arguments> broken() {
    byte[] good = npy(1, header("'<f8'", "(3, 4)"), 96);
    String types = "; legal are b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8";
    return Stream.of(
        arguments(new byte[0], "the file is empty; an .npy file is expected"),
        arguments(
            Arrays.copyOf(good, 5),
            "byte 0: truncated: the file ends within the magic string and version"),
        arguments(
            "not an array".getBytes(StandardCharsets.UTF_8),
            "byte 0: an .npy file starts with \\x93NUMPY, not 'not an'"),
        arguments(
            npy(4, header("'<f8'", "(1,)"), 8),
            "byte 6: format version 4.0; legal are 1.0, 2.0, 3.0"),
        arguments(
            Arrays.copyOf(good, 9), "byte 8: truncated: the file ends within the header's length"),
        arguments(
            Arrays.copyOf(good, 40),
            "byte 10: truncated: the file ends within a header of 59 bytes"),
        arguments(
            Arrays.copyOf(good, good.length - 1),
            "truncated: the file has 164 bytes; shape (3, 4) of <f8 needs 165"),
        arguments(
            Arrays.copyOf(good, good.length + 3),
            "trailing bytes: the file has 168 bytes; shape (3, 4) of <f8 needs 165"),
        arguments(npy(1, "nonsense", 0), "byte 10: broken header: '{' is expected, not 'n'"),
        arguments(
            npy(1, "{'descr': '<f8', 'shape'", 0),
            "byte 34: broken header: ':' is expected, not the end of the header"),
        arguments(
            npy(1, "{'descr': '<f8}", 0),
            "byte 20: broken header: a string with a closing quote is expected, not '''"),
        arguments(npy(1, "{1: 2}", 0), "byte 11: broken header: keys are strings"),
        arguments(npy(1, "{'a': $}", 0), "byte 16: broken header: a value is expected, not '$'"),
        arguments(
            npy(1, "{'a': 99999999999999999999}", 0),
            "byte 16: broken header: an integer of 64 bits is expected"),
        arguments(
            npy(1, "{} x", 0),
            "byte 13: broken header: the end of the header is expected, not 'x'"),
        arguments(
            npy(1, "{'a': " + "(".repeat(50_000), 0),
            "byte 32: broken header: fewer than 16 nested brackets is expected, not '('"),
        arguments(
            npy(1, "{'descr': '<f8'}", 0),
            "byte 10: the header has keys 'descr'; it must have descr, fortran_order, shape"),
        arguments(
            npy(1, "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}", 0),
            "byte 10: fortran_order is neither True nor False"),
        arguments(
            npy(2, "x".repeat((1 << 20) + 1), 0),
            "byte 8: a header of 1048577 bytes; at most 1048576 are legal"),
        header("'<c16'", "(2,)", "element type '<c16' (complex numbers) cannot be read" + types),
        header("'|O'", "(2,)", "element type '|O' (Python objects) cannot be read" + types),
        header("'<U5'", "(2,)", "element type '<U5' (strings) cannot be read" + types),
        header("'|S5'", "(2,)", "element type '|S5' (strings) cannot be read" + types),
        header("'|V5'", "(2,)", "element type '|V5' (raw bytes) cannot be read" + types),
        header(
            "'<M8[s]'",
            "(2,)",
            "element type '<M8[s]' (dates or durations) cannot be read" + types),
        header("'<f16'", "(2,)", "element type '<f16' cannot be read" + types),
        header("''", "(2,)", "element type '' cannot be read" + types),
        header(
            "[('x', '<f4'), ('y', '<i4')]",
            "(2,)",
            "element type '[[x, <f4], [y, <i4]]' is structured" + types),
        header("'<f8'", "3", "shape '3' is not a tuple"),
        header(
            "'<f8'",
            "(1, 1, 1, 1, 1)",
            "shape '[1, 1, 1, 1, 1]' has 5 dimensions; at most 4 are legal"),
        header("'<f8'", "(-1,)", "shape '[-1]': sides are whole numbers from 0 to 2147483639"),
        header("'<f8'", "('a',)", "shape '[a]': sides are whole numbers from 0 to 2147483639"),
        header(
            "'<f8'",
            "(99999999999,)",
            "shape '[99999999999]': sides are whole numbers from 0 to 2147483639"),
        header(
            "'<f8'",
            "(100000, 100000)",
            "shape '[100000, 100000]' has more entries than the legal 2147483639"),
        header(
            "'<f8'",
            "(40000, 40000)",
            "truncated: the file has 77 bytes; shape (40000, 40000) of <f8 needs 12800000077"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("broken")
  void isRefused(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("a.npy"), content);
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: %s", file, message);
  }

  @Test
  void unsignedIntegersBeyond63BitsAreRefused() throws IOException {
    byte[] content = npy(1, header("'<u8'", "(2, 2)"), 32);
    Arrays.fill(content, content.length - 16, content.length - 8, (byte) -1);
    Path file = Files.write(folder.resolve("a.npy"), content);
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "%s: byte 85: entry 2 of <u8 is 18446744073709551615; legal are 0 to %d",
            file, Long.MAX_VALUE);
  }

  @Test
  void truthValuesOtherThanZeroAndOneAreRefused() throws IOException {
    byte[] content = npy(1, header("'|b1'", "(3,)"), 3);
    content[content.length - 1] = 7;
    Path file = Files.write(folder.resolve("a.npy"), content);
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: byte %d: entry 2 of |b1 is 7; legal are 0 to 1", file, content.length - 1);
  }

  @Test
  void versionsTwoAndThreeAndPythonTwoHeadersAreRead() throws IOException {
    for (int version = 1; version <= 3; version++) {
      byte[] content = npy(version, header("'<i4'", "(2L, 1L)"), 8);
      content[content.length - 8] = 5;
      Path file = Files.write(folder.resolve("a.npy"), content);
      assertThat(ArrayFiles.read(file.toString()))
          .isEqualTo(new LongArray(Shape.of(2, 1), new long[] {5, 0}));
    }
  }

  @Test
  void halvesMatchTheirDefinition() {
    assertThat(NpyType.half((short) 0x3c00)).isEqualTo(1.0);
    assertThat(NpyType.half((short) 0xc000)).isEqualTo(-2.0);
    assertThat(NpyType.half((short) 0x3555)).isEqualTo(0.333251953125);
    assertThat(NpyType.half((short) 0x0400)).isEqualTo(0x1p-14);
    assertThat(NpyType.half((short) 0x03ff)).isEqualTo(0x3ffp-24);
    assertThat(NpyType.half((short) 0x8000)).isEqualTo(-0.0);
    assertThat(NpyType.half((short) 0x7c00)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(NpyType.half((short) 0xfc00)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NpyType.half((short) 0x7e00)).isNaN();
  }
}
