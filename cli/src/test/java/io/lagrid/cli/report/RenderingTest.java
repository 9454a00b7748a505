package io.lagrid.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders the page in headless Chromium, where there is one, and looks for what must be seen. */
final class RenderingTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars");

  private static final int USED = 0x1a759f;
  private static final int REJECTED = 0xc0392b;
  private static final int MARK = 0xb36b00;

  @TempDir Path folder;

  private static Optional<Path> chromium() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private BufferedImage render(Path browser, int width, int height) throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(page, HtmlReport.render(SampleRuns.eventfulPage()));
    Path picture = folder.resolve("page.png");
    List<String> command = new ArrayList<>(FLAGS);
    command.add(0, browser.toString());
    command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
    command.add("--window-size=" + width + "," + height);
    command.add("--screenshot=" + picture);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ended").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return ImageIO.read(picture.toFile());
  }

  private static int count(BufferedImage picture, int colour) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return count;
  }

  /** The columns in which the threshold line is long: 12 rows of 26 pixels. */
  private static List<Integer> markColumns(BufferedImage picture) {
    List<Integer> columns = new ArrayList<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      int length = 0;
      for (int y = 0; y < picture.getHeight(); y++) {
        length += (picture.getRGB(x, y) & 0xffffff) == MARK ? 1 : 0;
      }
      if (length >= 12 * 26) {
        columns.add(x);
      }
    }
    return columns;
  }

  @Test
  void barsAndThresholdLineAreSeen() throws Exception {
    Optional<Path> browser = chromium();
    assumeTrue(browser.isPresent(), "no Chromium on the PATH");
    for (int width : new int[] {1000, 500}) {
      BufferedImage picture = render(browser.get(), width, 1400);
      assertThat(picture.getWidth()).isEqualTo(width);
      assertThat(count(picture, USED)).as("pixels of used bars at %d", width).isGreaterThan(2000);
      assertThat(count(picture, REJECTED)).as("rejected at %d", width).isGreaterThan(300);
      assertThat(markColumns(picture)).as("threshold line at %d", width).hasSizeBetween(1, 3);
    }
  }
}
