package io.lagrid.cli.plot;

import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder that plots are written to, each as PNG and as SVG. Immutable. */
public final class PlotFiles {

  private final Path folder;

  private PlotFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder, created with the first plot if it is missing.
   *
   * @throws BadInputException if it is missing and nothing can be created there
   */
  public static PlotFiles in(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw unmakeable(folder);
    }
    return new PlotFiles(folder);
  }

  /**
   * Writes every plot.
   *
   * @return what could not be done: a JDK without fonts draws no PNG
   * @throws BadInputException if the folder cannot be made or a file not be written
   */
  public Optional<String> write(List<Plot> plots) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unmakeable(folder);
    }
    for (Plot plot : plots) {
      file(plot, ".svg").write(SvgPlot.file(plot));
    }
    try {
      for (Plot plot : plots) {
        file(plot, ".png").write(PngPlot.file(plot));
      }
      return Optional.empty();
    } catch (LinkageError
        | InternalError e) { // from java.awt, where fonts or libraries are missing
      return Optional.of("no PNG, only SVG: this JDK cannot draw text (" + e.getMessage() + ")");
    }
  }

  private static BadInputException unmakeable(Path folder) {
    return new BadInputException(folder + ": no folder can be made there");
  }

  private AtomicFile file(Plot plot, String extension) {
    return AtomicFile.at(folder.resolve(plot.file() + extension));
  }
}
