package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.NdArray;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** NumPy's archive of named arrays: a zip file of {@code name.npy} files. */
public final class NpzFormat implements ArrayFormat {

  private static final String MEMBER_EXTENSION = ".npy";

  /** The name NumPy gives to the first array without one. */
  private static final String DEFAULT_NAME = "arr_0";

  @Override
  public String extension() {
    return ".npz";
  }

  @Override
  public int largestRank() {
    return NpyHeader.LARGEST_RANK;
  }

  @Override
  public NdArray read(Path file, @Nullable String member) throws IOException {
    if (Files.size(file) == 0) {
      throw BadInputException.in(file.toString(), "the file is empty; an .npz archive is expected");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = choose(zip, member, file.toString());
      String name = file + ":" + name(entry);
      return read(zip, entry, name);
    } catch (ZipException e) {
      throw BadInputException.in(
          file.toString(), "not a readable .npz (zip) archive: %s", e.getMessage());
    }
  }

  private static NdArray read(ZipFile zip, ZipEntry entry, String name) throws IOException {
    try (CheckedInputStream stream =
        new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      NdArray array = new NpyReader(Channels.newChannel(stream), entry.getSize(), name).read();
      if (entry.getCrc() >= 0 && stream.getChecksum().getValue() != entry.getCrc()) {
        throw BadInputException.in(name, "damaged: its content does not match its checksum");
      }
      return array;
    }
  }

  /**
   * The names of an archive's arrays.
   *
   * @throws BadInputException if it is no readable archive
   */
  public static Set<String> members(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .filter(entry -> entry.getName().endsWith(MEMBER_EXTENSION))
          .map(NpzFormat::name)
          .collect(Collectors.toSet());
    } catch (ZipException e) {
      throw BadInputException.in(
          file.toString(), "not a readable .npz (zip) archive: %s", e.getMessage());
    }
  }

  private static ZipEntry choose(ZipFile zip, @Nullable String member, String file) {
    List<? extends ZipEntry> arrays =
        zip.stream().filter(entry -> entry.getName().endsWith(MEMBER_EXTENSION)).toList();
    if (arrays.isEmpty()) {
      throw BadInputException.in(file, "the archive holds no .npy array");
    }
    if (member == null) {
      if (arrays.size() > 1) {
        throw BadInputException.in(
            file,
            "the archive holds %d arrays; name one as %s:NAME, NAME being one of %s",
            arrays.size(),
            file,
            names(arrays));
      }
      return arrays.get(0);
    }
    for (ZipEntry entry : arrays) {
      if (name(entry).equals(member)) {
        return entry;
      }
    }
    throw BadInputException.in(
        file, "no array %s; there are %s", BadInputException.quote(member), names(arrays));
  }

  private static String names(List<? extends ZipEntry> arrays) {
    String shown = arrays.stream().limit(20).map(NpzFormat::name).collect(Collectors.joining(", "));
    return arrays.size() > 20 ? shown + ", …" : shown;
  }

  private static String name(ZipEntry entry) {
    String name = entry.getName();
    return name.substring(0, name.length() - MEMBER_EXTENSION.length());
  }

  @Override
  public void write(NdArray array, @Nullable String member, WritableByteChannel target)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(target));
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry((member == null ? DEFAULT_NAME : member) + MEMBER_EXTENSION));
    NpyWriter.write(array, Channels.newChannel(zip));
    zip.closeEntry();
    zip.finish();
  }
}
