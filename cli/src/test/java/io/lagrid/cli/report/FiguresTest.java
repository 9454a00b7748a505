package io.lagrid.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  @Test
  void secondsPickTheirUnit() {
    assertThat(
            List.of(0.0, 12e-9, 85.4e-6, 999.4e-6, 999.6e-6, .0123, .9994, .9996, 12.34, 4000.0)
                .stream()
                .map(Figures::seconds))
        .containsExactly(
            "0 s",
            "0.0120 µs",
            "85.4 µs",
            "999 µs",
            "1.00 ms",
            "12.3 ms",
            "999 ms",
            "1.00 s",
            "12.3 s",
            "4000 s");
    assertThat(Figures.seconds(Double.NaN)).isEqualTo("–");
  }

  @Test
  void bytesPickTheirUnit() {
    assertThat(
            List.of(0L, 999L, 1000L, 12_345L, 999_499L, 999_500L, 5_271_552L, Long.MAX_VALUE)
                .stream()
                .map(Figures::bytes))
        .containsExactly(
            "0 B", "999 B", "1.00 kB", "12.3 kB", "999 kB", "1.00 MB", "5.27 MB", "9.22e+06 TB");
  }

  @Test
  void numbersHaveThreeSignificantDigits() {
    assertThat(
            List.of(0.0, 1.0, .5, .04567, .99499, .996, 9.996, 99.96, 1234.5, 1e-15, 2.5e9).stream()
                .map(Figures::significant))
        .containsExactly(
            "0.00",
            "1.00",
            "0.500",
            "0.0457",
            "0.995",
            "1.00",
            "10.0",
            "100",
            "1235",
            "1.00e-15",
            "2.50e+09");
    assertThat(Figures.percent(1 / 3.0)).isEqualTo("33.3 %");
    assertThat(Figures.factor(1.0)).isEqualTo("1.00×");
  }

  @Test
  void ordinalsEndAsSpoken() {
    assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 102, 111).stream().map(Timeline::ordinal))
        .containsExactly(
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th");
  }

  @Test
  void axesHaveRoundTicksThatFit() {
    for (double last : new double[] {1e-6, .0021, .213, 1, 7.3, 99, 12345}) {
      TimeAxis axis = TimeAxis.upTo(last);
      assertThat(axis.end()).as("axis up to %s", last).isGreaterThan(last);
      assertThat(axis.ticks()).as("ticks up to %s", last).hasSizeBetween(3, 6);
    }
    assertThat(TimeAxis.upTo(.213).ticks()).containsExactly(0.0, .05, .1, .15000000000000002, .2);
    assertThat(TimeAxis.upTo(0).end()).isEqualTo(1);
    assertThat(TimeAxis.upTo(1).at(.54)).isEqualTo("50.000%");
  }
}
