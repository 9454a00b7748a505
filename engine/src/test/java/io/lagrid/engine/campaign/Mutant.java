package io.lagrid.engine.campaign;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.codes.Code;
import io.lagrid.engine.Lagrid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/**
 * A bug planted in one production source file: a piece of it that occurs once, replaced by another.
 *
 * @param name what is wrong
 * @param source the file, from the root of the source tree
 * @param original the piece
 * @param planted what stands there instead
 */
record Mutant(String name, String source, String original, String planted) {

  /** The file compiled with the bug: class files by class name. */
  Map<String, byte[]> compile(Path scratch) {
    try {
      String text = Files.readString(root().resolve(source));
      int at = text.indexOf(original);
      if (at < 0 || text.indexOf(original, at + 1) >= 0) {
        throw new AssertionError(
            "%s: '%s' must occur once in %s".formatted(name, original, source));
      }
      Path folder = Files.createDirectories(scratch.resolve("source"));
      Path file = folder.resolve(Path.of(source).getFileName());
      Files.writeString(file, text.replace(original, planted));
      return compile(file, Files.createDirectories(scratch.resolve("classes")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, byte[]> compile(Path file, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(file);
      List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none");
      if (!compiler.getTask(null, files, null, options, null, units).call()) {
        throw new AssertionError(name + ": the bug does not compile");
      }
    }
    Map<String, byte[]> classes = new HashMap<>();
    try (var walk = Files.walk(target)) {
      for (Path each : walk.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = target.relativize(each).toString().replaceAll("[/\\\\]", ".");
        classes.put(name.substring(0, name.length() - 6), Files.readAllBytes(each));
      }
    }
    return classes;
  }

  /** Where the classes that production sources use were loaded from. */
  private static List<Path> classPath() {
    return Stream.of(Lagrid.class, Code.class, Kernels.class, Logger.class, NullMarked.class)
        .map(
            each -> URI.create(each.getProtectionDomain().getCodeSource().getLocation().toString()))
        .map(Path::of)
        .toList();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("engine/pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Override
  public String toString() {
    return name;
  }
}
