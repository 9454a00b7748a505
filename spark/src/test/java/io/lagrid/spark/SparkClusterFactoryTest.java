package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFactory;
import java.net.URI;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SparkClusterFactoryTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.ui.enabled", "false",
          "spark.local.dir", "target/spark-local",
          "spark.driver.host", "127.0.0.1",
          "spark.lagrid.separation", "none");

  private final ClusterFactory factory =
      ServiceLoader.load(ClusterFactory.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(SparkClusterFactory.class::isInstance)
          .findFirst()
          .orElseThrow();

  SparkClusterFactoryTest() {
    SETTINGS.forEach(System::setProperty);
  }

  @AfterEach
  void clearProperties() {
    SETTINGS.keySet().forEach(System::clearProperty);
  }

  @Test
  void opensAnApplicationAndStopsIt() {
    LongMatrix a = LongMatrix.ofRows(new long[] {1, 2}, new long[] {3, 4});
    try (Cluster cluster = factory.open(URI.create("spark:local[2]"), 4)) {
      assertThat(Lagrid.on(cluster).tolerating(Tolerance.stragglers(1)).multiply(a, a).value())
          .isEqualTo(LongMatrix.ofRows(new long[] {7, 10}, new long[] {15, 22}));
      assertThatThrownBy(
              () ->
                  Lagrid.on(cluster)
                      .tolerating(Tolerance.stragglers(0).colluders(1))
                      .multiply(a, a))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("workers 0 and 1 share executor driver on ");
    }
    assertThat(SparkContext$.MODULE$.getActive().isEmpty()).isTrue();
  }

  @Test
  void takesPartInTheApplicationThatRuns() {
    SparkContext running =
        new SparkContext(new SparkClusterFactory().configuration(URI.create("spark:local[2]")));
    try {
      factory.open(URI.create("spark"), 2).close();
      assertThat(running.isStopped()).isFalse();
    } finally {
      running.stop();
    }
  }

  @Test
  void knowsItsAddresses() {
    assertThat(factory.accepts(URI.create("spark://host:7077"))).isTrue();
    assertThat(factory.accepts(URI.create("spark"))).isTrue();
    assertThat(factory.accepts(URI.create("local"))).isFalse();
    assertThat(
            new SparkClusterFactory()
                .configuration(URI.create("spark://host:7077"))
                .get("spark.master"))
        .isEqualTo("spark://host:7077");
    assertThatThrownBy(() -> factory.open(URI.create("spark"), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no master");
  }
}
