package io.lagrid.cli.plot;

import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One file for a plot, PNG or SVG by its extension.
 *
 * @param file where
 * @param vector whether as SVG
 */
public record PlotFile(AtomicFile file, boolean vector) {

  /**
   * A file at a path.
   *
   * @throws BadInputException if the extension is neither .png nor .svg, or no file can be there
   */
  public static PlotFile at(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw BadInputException.in(path.toString(), "no plot; legal are .png and .svg");
    }
    return new PlotFile(AtomicFile.at(path), name.endsWith(".svg"));
  }

  /**
   * Draws the plot.
   *
   * @throws BadInputException if the file cannot be written, or is a PNG where the JDK has no fonts
   */
  public void write(Plot plot) {
    if (vector) {
      file.write(SvgPlot.file(plot));
    } else {
      file.write(image(plot));
    }
  }

  private byte[] image(Plot plot) {
    try {
      return PngPlot.file(plot);
    } catch (LinkageError
        | InternalError e) { // from java.awt, where fonts or libraries are missing
      throw BadInputException.in(
          file.path().toString(), "this JDK cannot draw text into a PNG; legal here is .svg");
    }
  }
}
