package io.lagrid.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundClustersTest {

  @Test
  void aFactoryOpensWhatItAccepts() {
    try (Cluster cluster = FoundClusters.open("test:threads", 3, "local")) {
      assertThat(cluster.workers()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other:x | --cluster 'other:x' is not supported; legal here: local, test:threads",
        "spark://h:1 | lagrid-spark.jar",
        "test:else | --cluster test:else: there are threads only",
        "a b | is no address"
      })
  void whatNobodyOpensIsBadInput(String address, String message) {
    assertThatThrownBy(() -> FoundClusters.open(address, 3, "local"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aClusterOutOfReachIsNotTheUsersMistake() {
    assertThatThrownBy(() -> FoundClusters.open("test:away", 3, "local"))
        .isInstanceOf(ClusterFailedException.class)
        .hasMessage("the cluster at test:away cannot be opened: nobody answers");
  }
}
