package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {

  @Test
  void anEmptyConfigurationMeansTheDefaults() {
    assertThat(SparkSettings.of(new SparkConf(false))).isEqualTo(SparkSettings.DEFAULT);
  }

  @Test
  void everySettingIsRead() {
    SparkConf conf =
        new SparkConf(false)
            .set("spark.lagrid.separation", "Host")
            .set("spark.lagrid.patience", "2min")
            .set("spark.lagrid.attempts", "7")
            .set("spark.lagrid.carried", "64k")
            .set("spark.lagrid.memory", "2g");
    assertThat(SparkSettings.of(conf))
        .isEqualTo(new SparkSettings(Separation.HOST, Duration.ofMinutes(2), 7, 1 << 16, 2L << 30));
  }

  @ParameterizedTest
  @CsvSource({
    "separation, rack, 'executor, host, none'",
    "attempts, 0, at least 1",
    "attempts, many, spark.lagrid.attempts",
    "carried, -1, spark.lagrid.carried",
    "patience, soon, soon"
  })
  void aValueThatIsNotLegalIsNamed(String key, String value, String message) {
    SparkConf conf = new SparkConf(false).set("spark.lagrid." + key, value);
    assertThatThrownBy(() -> SparkSettings.of(conf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
