package io.lagrid.cli.format;

import io.lagrid.cli.format.array.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written whole or not at all: the content goes to a hidden file beside it, which
 * then takes its name.
 *
 * <p>Immutable; two writers of the same file must not run at once in one process.
 */
public final class AtomicFile {

  private final Path path;

  private AtomicFile(Path path) {
    this.path = path;
  }

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code target}, without closing it; no write to it is short. */
    void writeTo(WritableByteChannel target) throws IOException;
  }

  /**
   * A file at a path where one can be created or replaced.
   *
   * @throws BadInputException if the path is a folder, or its folder is missing or not writable
   */
  public static AtomicFile at(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw BadInputException.in(path.toString(), "a folder; a file name is needed");
    }
    if (!Files.isDirectory(folder)) {
      throw BadInputException.in(path.toString(), "there is no folder %s to write it to", folder);
    }
    if (!Files.isWritable(folder)) {
      throw BadInputException.in(path.toString(), "no permission to write to folder %s", folder);
    }
    return new AtomicFile(path);
  }

  /** The path. */
  public Path path() {
    return path;
  }

  /**
   * Creates or replaces the file with a text, in UTF-8.
   *
   * @throws BadInputException if that fails; the file is then as it was before
   */
  public void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Creates or replaces the file.
   *
   * @param bytes all of it; not modified
   * @throws BadInputException if that fails; the file is then as it was before
   */
  public void write(byte[] bytes) {
    write(channel -> channel.write(ByteBuffer.wrap(bytes)));
  }

  /**
   * Creates or replaces the file.
   *
   * @throws BadInputException if that fails; the file is then as it was before
   */
  public void write(Content content) {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path part =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      part.toFile().deleteOnExit();
      try {
        fill(part, content);
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (AccessDeniedException e) {
      throw BadInputException.in(path.toString(), "no permission to write it");
    } catch (IOException e) {
      throw BadInputException.in(path.toString(), "cannot be written: %s", e.getMessage());
    }
  }

  private static void fill(Path part, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(new Whole(channel));
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A file whose writes are never short: a full disk is an error, not a cut file. */
  private record Whole(FileChannel file) implements WritableByteChannel {

    @Override
    public int write(ByteBuffer source) throws IOException {
      int count = source.remaining();
      while (source.hasRemaining()) {
        file.write(source);
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
