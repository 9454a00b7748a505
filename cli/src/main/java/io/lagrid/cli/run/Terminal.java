package io.lagrid.cli.run;

import io.lagrid.algebra.ambient.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a command writes, and the time it measures with.
 *
 * @param out results, and nothing else
 * @param err errors, notes and progress
 * @param interactive whether {@code err} is a terminal, where a line can be written over
 * @param clock measures durations
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Clock clock) {

  /** The system property by which a launcher says whether standard error is a terminal. */
  public static final String INTERACTIVE_PROPERTY = "lagrid.terminal";

  /** The standard streams of the process, in UTF-8. */
  public static Terminal system() {
    return new Terminal(
        stream(FileDescriptor.out), stream(FileDescriptor.err), isInteractive(), Clock.system());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Java cannot ask about standard error alone: the launcher says it, or the system's files do. */
  private static boolean isInteractive() {
    String told = System.getProperty(INTERACTIVE_PROPERTY);
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    try {
      String device = Path.of("/dev/stderr").toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
