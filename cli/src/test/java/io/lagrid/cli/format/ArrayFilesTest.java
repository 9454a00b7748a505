package io.lagrid.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrayFilesTest {

  @TempDir Path folder;

  private static LongArray longs(Integer... sides) {
    Shape shape = Shape.of(sides);
    long[] data = LongStream.range(0, shape.entries()).map(k -> k * k * k - 1000).toArray();
    if (data.length > 1) {
      data[0] = Long.MIN_VALUE;
      data[data.length - 1] = Long.MAX_VALUE;
    }
    return new LongArray(shape, data);
  }

  private static DoubleArray doubles(Integer... sides) {
    Shape shape = Shape.of(sides);
    double[] data = LongStream.range(0, shape.entries()).mapToDouble(k -> 1.0 / (k + 1)).toArray();
    if (data.length > 3) {
      data[0] = Double.MIN_VALUE;
      data[1] = -0.0;
      data[2] = Double.NaN;
      data[3] = Double.NEGATIVE_INFINITY;
    }
    return new DoubleArray(shape, data);
  }

  private NdArray roundTrip(NdArray array, String name) {
    String file = folder.resolve(name).toString();
    ArrayFiles.target(file).write(array);
    return ArrayFiles.read(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.npy", "a.npz", "a.npz:some name", "A.NPY"})
  void binaryFormatsKeepEveryRank(String name) {
    List<NdArray> arrays =
        Stream.of(new Integer[] {}, new Integer[] {5}, new Integer[] {3, 4})
            .flatMap(sides -> Stream.<NdArray>of(longs(sides), doubles(sides)))
            .toList();
    assertThat(arrays).allSatisfy(array -> assertThat(roundTrip(array, name)).isEqualTo(array));
    assertThat(roundTrip(longs(2, 3, 4), name)).isEqualTo(longs(2, 3, 4));
    assertThat(roundTrip(doubles(2, 1, 3, 2), name)).isEqualTo(doubles(2, 1, 3, 2));
    assertThat(roundTrip(doubles(0, 3), name)).isEqualTo(doubles(0, 3));
  }

  @Test
  void arraysLongerThanOneChunkAreKept() {
    assertThat(roundTrip(longs(300_007), "a.npy")).isEqualTo(longs(300_007));
    assertThat(roundTrip(doubles(300_007), "a.npz")).isEqualTo(doubles(300_007));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mtx", "a.csv"})
  void textFormatsKeepMatrices(String name) {
    assertThat(roundTrip(longs(3, 4), name)).isEqualTo(longs(3, 4));
    assertThat(roundTrip(doubles(4, 3), name)).isEqualTo(doubles(4, 3));
    assertThat(roundTrip(longs(1, 1), name)).isEqualTo(longs(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mtx", "a.csv"})
  void textFormatsWriteVectorsAsColumns(String name) {
    assertThat(roundTrip(longs(5), name)).isEqualTo(longs(5, 1));
    assertThat(roundTrip(doubles(), name)).isEqualTo(doubles(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mtx", "a.csv"})
  void textFormatsRefuseHigherRanks(String name) {
    String file = folder.resolve(name).toString();
    ArrayTarget target = ArrayFiles.target(file);
    assertThatThrownBy(() -> target.write(longs(2, 2, 2)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "%s: %s files hold arrays of at most 2 dimensions, not 3", file, name.substring(1));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("a.npy");
    Files.writeString(file, "what was there");
    assertThat(roundTrip(longs(3), "a.npy")).isEqualTo(longs(3));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingBeside() throws IOException {
    Path file = folder.resolve("a.npy");
    Files.writeString(file, "what was there");
    AtomicFile target = AtomicFile.at(file);
    assertThatThrownBy(
            () ->
                target.write(
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[10]));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: cannot be written: No space left on device", file);
    assertThat(file).hasContent("what was there");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void writesThroughASymbolicLink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.npy"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), real);
    ArrayFiles.target(link.toString()).write(longs(2));
    assertThat(link).isSymbolicLink();
    assertThat(ArrayFiles.read(real.toString())).isEqualTo(longs(2));
  }

  @Test
  void refusesTargetsThatCannotBeWritten() throws IOException {
    Path subfolder = Files.createDirectory(folder.resolve("sub.npy"));
    assertThatThrownBy(() -> ArrayFiles.target(subfolder.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: a folder; a file name is needed", subfolder);
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> ArrayFiles.target(missing + "/c.npy"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s/c.npy: there is no folder %s to write it to", missing, missing);
    assertThatThrownBy(() -> ArrayFiles.target("c.txt"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("c.txt: unknown file extension; legal are .npy, .npz, .mtx, .csv");
  }

  @Test
  void refusesSourcesThatCannotBeRead() throws IOException {
    Path subfolder = Files.createDirectory(folder.resolve("sub.csv"));
    assertThatThrownBy(() -> ArrayFiles.read(subfolder.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s: a folder, not a file", subfolder);
    for (String name : List.of("a.npy", "a.npz", "a.mtx", "a.csv")) {
      Path file = folder.resolve(name);
      assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
          .isInstanceOf(BadInputException.class)
          .hasMessage("%s: no such file", file);
    }
    assertThatThrownBy(() -> ArrayFiles.read("matrix"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("matrix: unknown file extension; legal are .npy, .npz, .mtx, .csv");
  }

  @Test
  void messagesAreOneLineWhateverTheFileIsCalled() {
    assertThatThrownBy(() -> ArrayFiles.read("two\nlines.txt"))
        .hasMessage("two\\x0alines.txt: unknown file extension; legal are .npy, .npz, .mtx, .csv");
  }
}
