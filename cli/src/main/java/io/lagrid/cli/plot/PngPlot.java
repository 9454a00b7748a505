package io.lagrid.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A plot as PNG, 1200 points wide. Needs the fonts of a desktop JDK, no display. */
public final class PngPlot {

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 620;

  private PngPlot() {}

  /** The file's bytes. */
  public static byte[] file(Plot plot) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(plot.title())
            .xAxisTitle(plot.x().label())
            .yAxisTitle(plot.y().label())
            .build();
    style(chart.getStyler(), plot);
    for (int i = 0; i < plot.series().size(); i++) {
      add(chart, plot, i);
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void style(XYStyler styler, Plot plot) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xdcdcd5));
    styler.setChartTitleFont(font.deriveFont(Font.BOLD, 17f));
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font.deriveFont(13f));
    styler.setLegendFont(font.deriveFont(13f));
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendSeriesLineLength(34);
    styler.setPlotContentSize(1); // ranges are those of the scales, without margins
    Scale x = plot.horizontal();
    Scale y = plot.vertical();
    styler.setXAxisLogarithmic(x.logarithmic());
    styler.setYAxisLogarithmic(y.logarithmic());
    styler.setXAxisMin(x.low()).setXAxisMax(x.high());
    styler.setYAxisMin(y.low()).setYAxisMax(y.high());
  }

  private static void add(XYChart chart, Plot plot, int index) {
    Series series = plot.series().get(index);
    int[] shown = IntStream.range(0, series.x().length).filter(series::shows).toArray();
    if (shown.length == 0) {
      return;
    }
    double[] x = Arrays.stream(shown).mapToDouble(i -> series.x()[i]).toArray();
    double[] y = Arrays.stream(shown).mapToDouble(i -> series.y()[i]).toArray();
    XYSeries line = chart.addSeries(series.name(), x, y);
    line.setXYSeriesRenderStyle(
        series.style() == Series.Style.STEPS ? XYSeriesRenderStyle.Step : XYSeriesRenderStyle.Line);
    line.setLineColor(Color.decode(plot.colour(index)));
    line.setMarker(
        series.style() == Series.Style.MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    line.setMarkerColor(Color.decode(plot.colour(index)));
    line.setLineStyle(
        new BasicStroke(
            2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes(plot.dash(index)), 0));
  }

  private static float[] dashes(String text) {
    if (text.isEmpty()) {
      return new float[] {1000, 0.01f};
    }
    String[] parts = text.split(" ", -1);
    float[] dashes = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      dashes[i] = Float.parseFloat(parts[i]) * 1.3f;
    }
    return dashes;
  }
}
