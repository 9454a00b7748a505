package io.lagrid.cli.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpzBadInputTest {

  @TempDir Path folder;

  private Path archive(String... names) throws IOException {
    Path file = folder.resolve("a.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        NpyWriter.write(
            new LongArray(Shape.of(1), new long[] {name.length()}), Channels.newChannel(zip));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void assertRefused(String location, String message) {
    assertThatThrownBy(() -> ArrayFiles.read(location))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message);
  }

  @Test
  void oneOfSeveralArraysMustBeNamed() throws IOException {
    Path file = archive("left.npy", "right.npy", "readme.txt");
    assertRefused(
        file.toString(),
        file
            + ": the archive holds 2 arrays; name one as "
            + file
            + ":NAME, NAME being one of left, right");
    assertThat(ArrayFiles.read(file + ":right"))
        .isEqualTo(new LongArray(Shape.of(1), new long[] {9}));
    assertRefused(file + ":middle", file + ": no array 'middle'; there are left, right");
  }

  @Test
  void manyArraysAreListedInPart() throws IOException {
    Path file =
        archive(IntStream.range(0, 22).mapToObj(i -> "x" + i + ".npy").toArray(String[]::new));
    String shown =
        String.join(", ", IntStream.range(0, 20).mapToObj(i -> "x" + i).toArray(String[]::new));
    assertRefused(file + ":y", file + ": no array 'y'; there are " + shown + ", …");
  }

  @Test
  void archivesWithoutArraysAreRefused() throws IOException {
    Path file = archive("readme.txt");
    assertRefused(file.toString(), file + ": the archive holds no .npy array");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("a.npz"));
    assertRefused(file.toString(), file + ": the file is empty; an .npz archive is expected");
    Files.writeString(file, "no archive at all, but long enough");
    assertThatThrownBy(() -> ArrayFiles.read(file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file + ": not a readable .npz (zip) archive: ");
  }

  @Test
  void aBrokenArrayIsNamed() throws IOException {
    Path file = folder.resolve("a.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(new byte[20]);
      zip.closeEntry();
    }
    assertRefused(
        file.toString(),
        file
            + ":x: byte 0: an .npy file starts with \\x93NUMPY, not"
            + " '\\x00\\x00\\x00\\x00\\x00\\x00'");
  }

  @Test
  void aDamagedArrayIsRefused() throws IOException {
    Path file = folder.resolve("stored.npz");
    ArrayFiles.target(file.toString()).write(new LongArray(Shape.of(3), new long[] {1, 0x7777, 2}));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0x77) {
        bytes[i] ^= 4;
      }
    }
    Files.write(file, bytes);
    assertRefused(
        file.toString(), file + ":arr_0: damaged: its content does not match its checksum");
  }

  @Test
  void anArchiveKeepsItsOtherArrays() throws IOException {
    Path file = archive("left.npy", "right.npy");
    assertThatThrownBy(() -> ArrayFiles.target(file + ":product"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("lose its other arrays, [left, right]");
    Path alone = archive("product.npy");
    ArrayFiles.target(alone + ":product").write(new LongArray(Shape.of(1), new long[] {5}));
    assertThat(ArrayFiles.read(alone + ":product"))
        .isEqualTo(new LongArray(Shape.of(1), new long[] {5}));
  }
}
