package io.lagrid.cli.format.npy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads what NumPy wrote (make-numpy-fixture.py): every type, byte order, memory order and rank.
 */
final class NumpyFixtureTest {

  private static final Path FIXTURE = Path.of("src/test/resources/io/lagrid/cli/format/numpy.npz");

  private static final Map<Integer, Shape> SHAPES =
      Map.of(1, Shape.of(7), 2, Shape.of(3, 5), 3, Shape.of(2, 3, 4), 4, Shape.of(2, 3, 2, 3));

  private static final Map<String, List<Long>> LONG_EXTREMES =
      Map.of(
          "i1", List.of(-128L, 127L),
          "i2", List.of(-32768L, 32767L),
          "i4", List.of((long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE),
          "i8", List.of(Long.MIN_VALUE, Long.MAX_VALUE),
          "u1", List.of(0L, 255L),
          "u2", List.of(0L, 65535L),
          "u4", List.of(0L, 4294967295L),
          "u8", List.of(0L, Long.MAX_VALUE));

  private static final Map<String, List<Double>> DOUBLE_EXTREMES =
      Map.of(
          "f2", List.of(0x1p-24, 65504.0),
          "f4", List.of((double) Float.MIN_VALUE, (double) Float.MAX_VALUE),
          "f8", List.of(Double.MIN_VALUE, Double.MAX_VALUE));

  static List<String> members() throws IOException {
    try (ZipFile zip = new ZipFile(FIXTURE.toFile())) {
      return zip.stream().map(entry -> entry.getName().replace(".npy", "")).toList();
    }
  }

  @Test
  void theFixtureHoldsEveryCombination() throws IOException {
    int types = 12;
    int byteOrders = 2;
    int memoryOrders = 2;
    int ranks = 4;
    assertThat(members())
        .hasSize(types * byteOrders * memoryOrders * ranks)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("members")
  void readsFromArchive(String member) {
    assertThat(ArrayFiles.read(FIXTURE + ":" + member)).isEqualTo(expected(member));
  }

  @ParameterizedTest
  @MethodSource("members")
  void readsFromFile(String member, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.npy");
    try (ZipFile zip = new ZipFile(FIXTURE.toFile());
        InputStream stream = zip.getInputStream(new ZipEntry(member + ".npy"))) {
      Files.copy(stream, file);
    }
    assertThat(ArrayFiles.read(file.toString())).isEqualTo(expected(member));
  }

  private static NdArray expected(String member) {
    String type = member.substring(0, 2);
    Shape shape = SHAPES.get(Integer.parseInt(member.substring(member.length() - 1)));
    boolean unsigned = type.startsWith("u");
    long[] base =
        Stream.iterate(0L, k -> k + 1)
            .limit(shape.entries())
            .mapToLong(k -> 7919 * k % 251 - (unsigned ? 0 : 125))
            .toArray();
    int last = base.length - 1;
    if (type.startsWith("f")) {
      double[] data = Arrays.stream(base).mapToDouble(b -> b / 8.0).toArray();
      data[0] = DOUBLE_EXTREMES.get(type).get(0);
      data[last] = DOUBLE_EXTREMES.get(type).get(1);
      return new DoubleArray(shape, data);
    }
    if (type.equals("b1")) {
      Arrays.setAll(base, k -> k % 3 == 0 ? 1 : 0);
      return new LongArray(shape, base);
    }
    base[0] = LONG_EXTREMES.get(type).get(0);
    base[last] = LONG_EXTREMES.get(type).get(1);
    return new LongArray(shape, base);
  }
}
