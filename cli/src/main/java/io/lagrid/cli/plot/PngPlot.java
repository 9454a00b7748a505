package io.lagrid.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A plot as PNG, {@value #PIXELS} pixels wide: the same drawing as {@link SvgPlot}'s. Needs the
 * fonts of a desktop JDK, no display.
 */
public final class PngPlot {

  /** The width of the image. */
  static final int PIXELS = 1520;

  private static final int WIDTH = 760;
  private static final int LEFT = 62;
  private static final int RIGHT = 18;
  private static final int TOP = 34;
  private static final int HEIGHT = 300;
  private static final int LEGEND_ROW = 20;
  private static final Color INK = new Color(0x1c2024);
  private static final Color QUIET = new Color(0x5f6670);
  private static final Color GRID = new Color(0xdcdcd5);
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private final Plot plot;
  private final Scale x;
  private final Scale y;
  private final Graphics2D canvas;

  private PngPlot(Plot plot, Graphics2D canvas) {
    this.plot = plot;
    this.x = plot.horizontal();
    this.y = plot.vertical();
    this.canvas = canvas;
  }

  /** The file's bytes. */
  public static byte[] file(Plot plot) {
    int rows = (plot.series().size() + 1) / 2;
    double scale = (double) PIXELS / WIDTH;
    int height = (int) Math.round(scale * (TOP + HEIGHT + 54 + rows * LEGEND_ROW));
    BufferedImage image = new BufferedImage(PIXELS, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, PIXELS, height);
    canvas.scale(scale, scale);
    new PngPlot(plot, canvas).draw();
    canvas.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw() {
    canvas.setFont(FONT.deriveFont(Font.BOLD, 14f));
    text(plot.title(), LEFT, 18, 0, INK);
    canvas.setFont(FONT);
    axes();
    for (int i = 0; i < plot.series().size(); i++) {
      line(i);
      legend(i);
    }
  }

  private void axes() {
    double bottom = TOP + HEIGHT;
    canvas.setStroke(new BasicStroke(1));
    for (double tick : x.ticks()) {
      rule(horizontal(tick), TOP, horizontal(tick), bottom);
      text(x.label(tick), horizontal(tick), bottom + 17, 0.5, QUIET);
    }
    for (double tick : y.ticks()) {
      rule(LEFT, vertical(tick), WIDTH - RIGHT, vertical(tick));
      text(y.label(tick), LEFT - 7, vertical(tick) + 4, 1, QUIET);
    }
    text(plot.x().label(), (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, 0.5, QUIET);
    canvas.translate(14, TOP + HEIGHT / 2.0);
    canvas.rotate(-Math.PI / 2);
    text(plot.y().label(), 0, 0, 0.5, QUIET);
    canvas.rotate(Math.PI / 2);
    canvas.translate(-14, -TOP - HEIGHT / 2.0);
  }

  private void rule(double x1, double y1, double x2, double y2) {
    canvas.setColor(GRID);
    canvas.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Writes text; {@code before} is the share of it that lies left of the place. */
  private void text(String text, double atX, double atY, double before, Color colour) {
    canvas.setColor(colour);
    double width = canvas.getFontMetrics().stringWidth(text);
    canvas.drawString(text, (float) (atX - before * width), (float) atY);
  }

  private void line(int index) {
    Series series = plot.series().get(index);
    Path2D path = new Path2D.Double();
    canvas.setColor(Color.decode(plot.colour(index)));
    boolean begun = false;
    for (int i = 0; i < series.x().length; i++) {
      if (series.shows(i)) {
        double toX = horizontal(series.x()[i]);
        double toY = vertical(series.y()[i]);
        if (!begun) {
          path.moveTo(toX, toY);
        } else if (series.style() == Series.Style.STEPS) {
          path.lineTo(toX, path.getCurrentPoint().getY());
        }
        path.lineTo(toX, toY);
        begun = true;
        if (series.style() == Series.Style.MARKED) {
          canvas.fill(new Ellipse2D.Double(toX - 3.2, toY - 3.2, 6.4, 6.4));
        }
      }
    }
    canvas.setStroke(stroke(index));
    canvas.draw(path);
  }

  private BasicStroke stroke(int index) {
    String dash = plot.dash(index);
    double[] lengths =
        Arrays.stream(dash.split(" ", -1))
            .filter(part -> !part.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    float[] dashes = new float[lengths.length];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) lengths[i];
    }
    int cap = BasicStroke.CAP_BUTT;
    int join = BasicStroke.JOIN_ROUND;
    return dashes.length == 0
        ? new BasicStroke(2, cap, join)
        : new BasicStroke(2, cap, join, 10, dashes, 0);
  }

  private void legend(int index) {
    double left = LEFT + index % 2 * (WIDTH - LEFT - RIGHT) / 2.0;
    double middle = TOP + HEIGHT + 58 + index / 2 * LEGEND_ROW;
    canvas.setColor(Color.decode(plot.colour(index)));
    canvas.setStroke(stroke(index));
    canvas.draw(new Line2D.Double(left, middle, left + 30, middle));
    text(plot.series().get(index).name(), left + 38, middle + 4, 0, QUIET);
  }

  private double horizontal(double value) {
    return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
  }

  private double vertical(double value) {
    return TOP + (1 - y.at(value)) * HEIGHT;
  }
}
