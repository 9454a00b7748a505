package io.lagrid.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.cli.plot.Plot.Axis;
import io.lagrid.cli.plot.Series.Style;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Scales and lines. */
final class PlotTest {

  private static Scale scale(Axis axis, double... values) {
    return Scale.over(axis, DoubleStream.of(values));
  }

  @Test
  void linearAxesHaveRoundTicks() {
    Scale scale = scale(Axis.linear("s"), 0.3, 3.7);
    assertThat(scale.low()).isZero();
    assertThat(scale.high()).isEqualTo(4);
    assertThat(scale.ticks().stream().map(scale::label))
        .containsExactly("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4");
    assertThat(scale.at(1)).isCloseTo(0.25, within(1e-12));
    Scale fitted = scale(Axis.fitted("s"), 1.3, 1.9);
    assertThat(fitted.low()).isCloseTo(1.3, within(1e-9));
    assertThat(fitted.high()).isCloseTo(1.9, within(1e-9));
  }

  @Test
  void logarithmicAxesHaveRoundTicks() {
    Scale scale = scale(Axis.logarithmic("s"), 0.9, 40);
    assertThat(scale.ticks().stream().map(scale::label)).containsExactly("1", "2", "5", "10", "20");
    assertThat(scale.at(scale.low())).isZero();
    assertThat(scale.at(scale.high())).isEqualTo(1);
    assertThat(scale(Axis.logarithmic("s"), 1e-6, 1).ticks()).hasSize(7);
    assertThat(scale(Axis.logarithmic("s"), 3, 3.5).ticks()).hasSize(2);
    assertThat(scale(Axis.logarithmic("s"), 0, 3).logarithmic()).as("zero has no place").isFalse();
  }

  @Test
  void nothingAndOneValueHaveAnAxisToo() {
    assertThat(scale(Axis.linear("s")).high()).isGreaterThan(0);
    assertThat(scale(Axis.fitted("s"), 7).high()).isGreaterThan(7);
    assertThat(scale(Axis.linear("s"), 0).high()).isGreaterThan(0);
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    double never = Double.POSITIVE_INFINITY;
    Plot plot =
        new Plot(
            "p",
            "A title",
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(
                new Series("a", new double[] {0, 1, never}, new double[] {0, 2, 3}, Style.STEPS),
                new Series("b", new double[] {never}, new double[] {1}, Style.LINE),
                new Series("c", new double[] {1}, new double[] {1}, Style.MARKED)));
    String svg = SvgPlot.file(plot);
    assertThat(svg).contains("d=\"M62.0 334.0L742.0 334.0L742.0 34.0\"", "<circle", "A title");
    assertThat(svg).doesNotContain("Infinity", "NaN");
    assertThat(PngPlot.file(plot)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void linesAreChecked() {
    assertThatThrownBy(() -> new Series("s", new double[2], new double[3], Style.LINE))
        .hasMessageContaining("series s has 2 abscissae and 3 ordinates");
    assertThatThrownBy(() -> new Plot("p", "t", Axis.linear("x"), Axis.linear("y"), List.of()))
        .hasMessageContaining("without series");
  }
}
