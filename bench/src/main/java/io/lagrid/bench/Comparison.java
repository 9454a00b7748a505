package io.lagrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Times Lagrid and its peers in turns, and writes a table of ratios. Turns, because the speed of a
 * machine changes from minute to minute; a ratio is that of two neighbouring figures.
 *
 * <p>Arguments: the program of the native peers; the file to write; the line that says what was
 * measured; the number of alternations; {@code quick} or {@code long}; and optionally a regular
 * expression for the benchmarks to run.
 */
public final class Comparison {

  private static final String ALL = "io\\.lagrid\\.bench\\..*";

  private Comparison() {}

  /** Runs it. */
  @SuppressWarnings("SystemOut") // a program for developers
  public static void main(String[] arguments) throws IOException, RunnerException {
    List<String> words = Arrays.asList(arguments);
    NativePeers peers = new NativePeers(words.get(0));
    int alternations = Integer.parseInt(words.get(3));
    boolean quick = words.get(4).equals("quick");
    JavaSubjects subjects = new JavaSubjects(words.size() > 5 ? words.get(5) : ALL);
    Timings timings = new Timings();
    String kernels = "";
    for (int i = 0; i < alternations; i++) {
      System.err.printf("alternation %d of %d%n", i + 1, alternations);
      kernels = peers.run(quick, timings);
      subjects.run(quick, timings);
    }
    String table = new Table(timings).text(Ratio.all(Runtime.version().feature() > 17));
    String text =
        "%s; %s; %d alternations.%n%n%s".formatted(words.get(2), kernels, alternations, table);
    Files.writeString(Path.of(words.get(1)), text);
    System.out.print(text);
  }
}
