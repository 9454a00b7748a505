package io.lagrid.architecture.source;

import java.nio.file.Path;

/**
 * A Java source.
 *
 * @param path where it lies, from the root of the repository
 * @param text all of it
 */
public record SourceFile(Path path, String text) {

  /** Whether it documents a package instead of declaring types. */
  public boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  /** The name without folder and ending. */
  public String simpleName() {
    return path.getFileName().toString().replace(".java", "");
  }

  /** The package, as its folder says. */
  public String packageName() {
    String folder = path.getParent().toString().replace('\\', '/');
    return folder.replaceFirst(".*src/(main|test)/java/", "").replace('/', '.');
  }

  /** The number of lines. */
  public int lines() {
    return (int) text.lines().count();
  }

  /** A complaint about one of its lines. */
  String at(long line, String complaint) {
    return "%s:%d: %s".formatted(path, line, complaint);
  }
}
